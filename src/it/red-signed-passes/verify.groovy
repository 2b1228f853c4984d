import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .passed()
    .logs('Approved by Jane Smith (signed, SHA256:')
    .logsNot('NOT VERIFIED')
true
