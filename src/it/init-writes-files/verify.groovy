import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .logs('Wrote .gatekeeper/policy.yaml')
    .logs('What comes next:')
    .logsNot('[WARNING] gatekeeper.')
    .noRecord()
assert new File(basedir, '.gatekeeper/policy.yaml').text.contains('\n#repository: acme/shop\n')
assert new File(basedir, 'AI.md').text.contains('WAITING FOR A HUMAN')
true
