import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('field-placeholder')
    .logs("'TBD'")
true
