import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .verdict('BLOCKED')
    .field('level.computed', 'RED')
    .logs('rule auth')
true
