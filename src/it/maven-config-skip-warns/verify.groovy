import dev.gatekeeper.testing.ItCheck

// What lies in the checkout can switch an advisory run off; no plugin can tell it from the command line, so it is said.
ItCheck.of(basedir)
    .verdict('SKIPPED')
    .logs("[WARNING] gatekeeper.skip is 'true': this change is not judged; recorded as SKIPPED in ")
true
