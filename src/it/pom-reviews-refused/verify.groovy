import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided("in the POM or the settings, where gatekeeper.reviews must not be given")
    .logs('whoever runs the pipeline decides on it, and no change does.')
    .logsNot('Approved by')
true
