import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided('shallow')
    .logs('git fetch --unshallow')
true
