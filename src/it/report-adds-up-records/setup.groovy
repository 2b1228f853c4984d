import dev.gatekeeper.testing.SampleRecord

import java.time.Instant

def records = new File(basedir, 'records/2026')
records.mkdirs()
def at = Instant.parse('2026-11-22T12:00:00Z')
new File(records, 'verdict.json').text = SampleRecord.of('acme/shop', '42', at).incomplete().json()
new File(records, 'half.json').text = '{'
true
