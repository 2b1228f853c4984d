import dev.gatekeeper.testing.ItCheck

// The configuration names the change itself as its target, which would make the change empty.
ItCheck.of(basedir)
    .blocked('contract-missing')
    .field('target.ref', 'refs/heads/main')
true
