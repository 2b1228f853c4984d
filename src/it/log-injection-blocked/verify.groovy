import dev.gatekeeper.testing.ItCheck

def log = new File(basedir, 'build.log').getText('UTF-8')
def summary = new File(basedir, 'target/gatekeeper/verdict.md').getText('UTF-8')
for (text in [log, summary]) {
    assert !(text =~ /(?m)^::/)
    assert !(text =~ /(?m)^\[INFO\] PASSED/)
    assert !(text =~ /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u202a-\u202e\u2066-\u2069\u2028\u2029]/)
    assert !text.contains('\u001b[2K')
}

ItCheck.of(basedir)
    .verdict('BLOCKED')
    .logs('::error::forged')
    .logs('Target refs/heads/ma\\u2028in\\u202E at ')
true
