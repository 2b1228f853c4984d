import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided("gatekeeper.author is 'alice' in MAVEN_OPTS or .mvn/jvm.config, where it must not be given")
true
