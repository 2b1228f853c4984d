import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided("<skip> is 'true' in the POM or the settings, but gatekeeper.skip is for the command line only")
true
