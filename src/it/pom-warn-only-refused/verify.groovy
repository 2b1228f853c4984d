import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided("<warnOnly> is 'true' in the POM or the settings")
true
