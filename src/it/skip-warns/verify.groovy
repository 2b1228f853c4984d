import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .verdict('SKIPPED')
    .logs("[WARNING] gatekeeper.skip is 'true': this change is not judged; recorded as SKIPPED in ")
true
