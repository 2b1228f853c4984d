import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('contract-missing')
true
