import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .logs('Archived 1 contract that landed before 2026-02-01 (UTC): old')
    .logs('Then commit it all: git add .gatekeeper && git commit')
    .logsNot('[WARNING] gatekeeper.')
    .noRecord()
assert !new File(basedir, '.gatekeeper/contracts').exists()
assert new File(basedir, '.gatekeeper/landed/cb').text ==~ /old sha256:[0-9a-f]{64}\n/
true
