import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .undecided("gatekeeper.target is '', which is empty or has an empty entry")
    .logs(2, 'Remedy: give it a value, or leave it out.')
true
