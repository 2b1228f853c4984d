import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('contract-missing')
    .logs("[WARNING] gatekeeper.target is 'main' on the command line and 'refs/heads/change' in the POM or the settings: the command line's counts")
true
