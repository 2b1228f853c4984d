import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .logs("jane.sig is a good signature of contract 'change' by Jane Smith (SHA256:")
    .noRecord()
assert !new File(basedir, 'target/gatekeeper/change.statement').exists()
true
