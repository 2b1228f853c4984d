import static dev.gatekeeper.testing.DemoShop.change

import dev.gatekeeper.testing.ItCheck
import dev.gatekeeper.testing.MavenProcess
import java.nio.file.Files

// What is tried lies outside of any work tree, which the folder of this test mostly is inside of.
def home = Files.createTempDirectory('gatekeeper-archive-').toRealPath().toFile()
def settings = new File(basedir, 'target/settings.xml')
settings.parentFile.mkdirs()
settings.text = new File(settingsTemplate).text.replace('@localRepositoryUrl@', new File(userRepository).toURI().toString())
def options = ['-s', settings.path, '-Dmaven.repo.local=' + localRepositoryPath]*.toString()
def maven = new MavenProcess(new File(mavenHome).toPath(), options)
def build = { File folder, String... arguments ->
    def result = maven.run(folder.toPath(), [:], arguments as List)
    new File(folder, 'build.log').text = result.log()
    result
}

def archive = new File(home, 'shop')
new File(archive, 'one').mkdirs()
new File(archive, 'pom.xml').text = new File(basedir, 'shop/pom.xml').text.replace('VERSION', version)
new File(archive, 'one/pom.xml').text = new File(basedir, 'shop/one/pom.xml').text

def skipped = build(archive, 'validate')
assert skipped.passed() : skipped.log()
ItCheck.of(archive)
    .verdict('SKIPPED')
    .logs(1, 'There is no git repository here, as in a source archive: nothing is judged, and the build goes on; recorded as SKIPPED in ')

// Whoever asks for a verdict is told that there is none.
for (asked in [
    ['validate', '-Dgatekeeper.target=main'],
    ["dev.gatekeeper:gatekeeper-maven-plugin:$version:verify".toString()],
]) {
    def refused = build(archive, *asked)
    assert !refused.passed() : refused.log()
    ItCheck.of(archive).undecided('is in no git repository')
}

// A checkout whose .mvn has Maven build what lies elsewhere is one all the same.
def checkout = new File(home, 'checkout')
change(checkout)
Files.createSymbolicLink(new File(checkout, 'link').toPath(), archive.toPath())
for (pom in ['link/pom.xml', "$archive/pom.xml"]) {
    new File(checkout, '.mvn/maven.config').text = "-f\n$pom\n"
    def elsewhere = build(checkout, 'validate')
    assert !elsewhere.passed() : elsewhere.log()
    ItCheck.of(archive).verdict('UNDECIDED')
    ItCheck.of(checkout).recordAt(new File(archive, 'target/gatekeeper/verdict.json')).undecided('is in no git repository')
}

new File(checkout, '.mvn/maven.config').delete()
// Maven 4 looks for .mvn from there.
new File(checkout, '.mvn/jvm.config').text = "-Duser.dir=$archive\n"
def displaced = build(checkout, 'validate')
assert !displaced.passed() : displaced.log()
ItCheck.of(archive).verdict('UNDECIDED')

// As in a worktree whose repository is not there.
new File(home, '.git').text = 'gitdir: gone\n'
def linked = build(archive, 'validate')
assert !linked.passed() : linked.log()
ItCheck.of(archive).verdict('UNDECIDED')
MavenProcess.delete(home.toPath())
true
