import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('escalation-missing')
    .logs('a human')
true
