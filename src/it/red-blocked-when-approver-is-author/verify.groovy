import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('approver-not-allowed')
true
