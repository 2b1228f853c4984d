import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('contract-missing')
    .logs(1, '.gatekeeper/contracts')
true
