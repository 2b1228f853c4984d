import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided("<skip> is 'true' in the POM or the settings, where gatekeeper.skip must not be given")
    .logs('whoever runs the pipeline decides on it, and no change does.')
    .logsNot('gatekeeper.skip=true')
true
