import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided('refs/heads/nowhere')
true
