import dev.gatekeeper.testing.IsolatedRun
import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('approvals-too-few')
    .logs('asks for 1 reviewed approval and has 0')
    .logs('WAITING FOR A HUMAN')

def checkout = new File(basedir, '../isolated-reviewed-passes-checkout').canonicalFile
def reviewed = new File(checkout, '.git/refs/reviewed').text.trim()
def settings = new File(basedir, 'target/settings.xml')
settings.text = new File(settingsTemplate).text.replace('@localRepositoryUrl@', new File(userRepository).toURI().toString())
def run = { name, reviews ->
    def gate = new File(basedir, "target/$name")
    def options = ['-s', settings.path, '-Dmaven.repo.local=' + localRepositoryPath, '-Dgatekeeper.reviews=' + reviews]
    def result = new IsolatedRun(new File(mavenHome).toPath(), options*.toString(), version, new File(gate, 'target/gatekeeper/verdict.json').toPath())
        .verify(checkout.toPath(), [PATH: System.getenv('PATH')])
    gate.mkdirs()
    new File(gate, 'build.log').text = result.log()
    ItCheck.of(gate)
}

run('counted', 'JaneS@' + reviewed)
    .passed()
    .field('trust', 'isolated')
    .logs("Approved by Jane Smith (reviewed at ${reviewed.substring(0, 12)}, as the pipeline says)")
    .logsNot('NOT VERIFIED')
def record = new File(basedir, 'target/counted/target/gatekeeper/verdict.json').text
assert record.contains('"proof": "reviewed"')
assert record.contains('"reviewedAt": "' + reviewed + '"')

run('elsewhere', 'janes@' + '1' * 40)
    .blocked('approvals-too-few')
    .logs('git fetch origin ' + '1' * 40)
run('wrong', 'janes')
    .undecided("gatekeeper.reviews holds 'janes', which is no review")
true
