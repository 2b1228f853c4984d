import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .passed()
true
