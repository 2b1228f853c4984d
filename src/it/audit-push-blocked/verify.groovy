import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .logs("Gatekeeper's audit of this branch fails: 1 change around the gate")
    .logs('2 changes entered the branch: 1 answered for, 1 around the gate.')
    .noRecord()
def output = new File(basedir, 'target/gatekeeper')
assert new File(output, 'audit.json').text.contains('"around": 1')
assert new File(output, 'audit.ndjson').readLines().size() == 2
assert new File(output, 'audit.md').text.contains('## Around the gate')
true
