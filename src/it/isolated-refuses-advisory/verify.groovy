import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided("gatekeeper.isolated is 'true', but this run is advisory")
    .logs('gate=$(mktemp -d)')
true
