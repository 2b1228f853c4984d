import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided('gatekeeper.isolatd in MAVEN_OPTS or .mvn/jvm.config is no parameter of verify; the nearest is gatekeeper.isolated')
    .logs('[WARNING] gatekeeper.nonsense in MAVEN_OPTS or .mvn/jvm.config is no parameter of verify and does nothing')
true
