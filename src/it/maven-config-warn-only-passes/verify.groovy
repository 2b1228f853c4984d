import dev.gatekeeper.testing.ItCheck

// The build passes, and the record says that nothing was enforced, and why the run can't be trusted.
ItCheck.of(basedir)
    .blocked('contract-missing')
    .field('enforced', 'false')
    .field('trust', 'advisory')
    .logs('This run is advisory')
true
