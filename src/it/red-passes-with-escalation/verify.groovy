import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .passed()
    .field('level.computed', 'RED')
    .logs('NOT VERIFIED')
true
