import dev.gatekeeper.testing.ItCheck

// A pipeline's page shows the end of a log, which Maven fills with what became of each module.
ItCheck.of(basedir)
    .blocked('contract-missing')
    .logs(1, 'this change adds no contract')
    .logsInItsLastLines(25, 'Gatekeeper blocked this change: 1 finding')
true
