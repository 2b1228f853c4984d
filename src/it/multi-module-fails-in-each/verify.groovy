import dev.gatekeeper.testing.ItCheck

// Once in each of the two builds.
ItCheck.of(basedir)
    .blocked('contract-missing')
    .logs(2, 'this change adds no contract')
    .logs(5, 'FAILURE [')
    .logs(3, 'SKIPPED')
true
