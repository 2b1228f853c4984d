import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .logs('gatekeeper:verify')
    .logs('User property: gatekeeper.target')
    .logs('User property: gatekeeper.isolated')
true
