import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .passed()
    .logsNot('on the command line')
    .field('target.ref', 'refs/heads/main')
true
