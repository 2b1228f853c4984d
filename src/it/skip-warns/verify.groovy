import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .noRecord()
    .logs("[WARNING] gatekeeper.skip is 'true': this change is not judged")
true
