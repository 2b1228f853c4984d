import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('contract-missing')
    .logs('Gatekeeper blocked this change: 1 finding')
true
