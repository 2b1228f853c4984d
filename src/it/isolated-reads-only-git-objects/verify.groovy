import dev.gatekeeper.testing.IsolatedRun
import dev.gatekeeper.testing.ItCheck
import dev.gatekeeper.testing.Listing
import dev.gatekeeper.testing.Unread

// The run of this test itself is started where its log lies, and often inside a work tree, so that it can't be isolated, and says so.
ItCheck.of(basedir)
    .passed()
    .field('trust', 'advisory')
    .logs('This run is advisory: ')

def checkout = new File(basedir, '../isolated-reads-only-git-objects-checkout').canonicalFile
def machine = new File(basedir, 'target/machine')
def mark = new File(machine, 'mark')
for (tool in ['git', 'ssh-keygen', 'ssh']) {
    def trap = new File(machine, "traps/$tool")
    trap.parentFile.mkdirs()
    trap.text = "#!/bin/sh\n/bin/echo $tool >> $mark\n"
    trap.executable = true
}
new File(machine, 'home').mkdirs()
new File(machine, 'home/.gitconfig').text = '[core]\n\trepositoryFormatVersion = 9\n'
new File(machine, 'tmp').mkdirs()

def gate = new File(basedir, 'target/gate')
def settings = new File(basedir, 'target/settings.xml')
settings.text = new File(settingsTemplate).text.replace('@localRepositoryUrl@', new File(userRepository).toURI().toString())
def options = ['-s', settings.path, '-Dmaven.repo.local=' + localRepositoryPath]
def run = new IsolatedRun(new File(mavenHome).toPath(), options*.toString(), version, new File(gate, 'target/gatekeeper/verdict.json').toPath())
def listings = { [checkout, new File(machine, 'home'), new File(machine, 'traps')].collect { Listing.of(it.toPath()) } }
def before = listings()
Unread.mark(checkout.toPath())
def result = run.verify(checkout.toPath(), [
    PATH: new File(machine, 'traps').path + File.pathSeparator + System.getenv('PATH'),
    HOME: new File(machine, 'home').path,
    GIT_DIR: new File(machine, 'nowhere').path,
    MAVEN_OPTS: "-XX:-UsePerfData -Djansi.mode=strip -Duser.home=${new File(machine, 'home')} -Djava.io.tmpdir=${new File(machine, 'tmp')}".toString(),
])
gate.mkdirs()
new File(gate, 'build.log').text = result.log()

assert result.passed() : result.log()
ItCheck.of(gate)
    .passed()
    .field('trust', 'isolated')
    .logs('This run is isolated: Maven runs in an empty folder of its own, outside the checkout')
assert Unread.opened(checkout.toPath()).isEmpty()
assert listings() == before
assert !mark.exists()
// Maven unpacks a library for its colours there, and takes it away.
assert new File(machine, 'tmp').list().findAll { !it.startsWith('jansi') && !it.startsWith('jline') }.isEmpty()
true
