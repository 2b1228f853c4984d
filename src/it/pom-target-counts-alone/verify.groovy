import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .passed()
    .field('target.ref', 'refs/heads/main')
true
