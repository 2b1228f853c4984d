import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('risk-understated', 'escalation-missing')
true
