import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('contract-missing')
    .logs(1, 'this change adds no contract')
    .logs(4, 'FAILURE [')
true
