import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('field-missing', 'field-missing', 'field-missing', 'field-missing')
    .logs('whyChanged')
    .logs('riskLevel')
    .logs('invariantsChecked')
    .logs('tests')
true
