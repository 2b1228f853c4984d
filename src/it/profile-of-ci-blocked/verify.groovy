import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('contract-missing')
    .logs('--- gatekeeper')
true
