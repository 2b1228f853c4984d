import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .passed()
    .logs(1, 'PASSED')
true
