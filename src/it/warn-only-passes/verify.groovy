import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .verdict('BLOCKED')
    .codes('contract-missing')
    .field('enforced', 'false')
    .logs('[WARNING] ')
    .logsNot('[ERROR] ')
true
