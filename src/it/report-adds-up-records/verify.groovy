import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .logs('[WARNING] 2026/half.json  it is no JSON, from its byte 2 on')
    .logs('100.0 % of all changes were stopped at least once')
    // The whole build lies below a 'target' here, but its save log doesn't.
    .logsNot('mvn clean')
    .noRecord()
assert new File(basedir, 'metrics/metrics.json').text.contains('"changes": 1')
assert new File(basedir, 'metrics/metrics.md').text.contains('**100.0 %**')
assert new File(basedir, 'metrics/save-log.md').text.contains('`42`')
true
