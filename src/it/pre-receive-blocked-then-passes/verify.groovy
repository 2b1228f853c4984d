import static dev.gatekeeper.testing.DemoShop.*

import dev.gatekeeper.testing.ItCheck
import dev.gatekeeper.testing.NativeGit
import java.security.MessageDigest

if (!NativeGit.isThere() || File.separator == '\\') {
    return true
}
def place = new File(basedir, 'target').canonicalFile
place.mkdirs()
def shop = new File(place, 'shop')
def server = new File(place, 'server.git')
def records = new File(place, 'records')
def git = { String... arguments ->
    def process = new ProcessBuilder(['git'] + arguments.toList()).directory(place).redirectErrorStream(true)
    process.environment().putAll([PATH: mavenHome.toString() + '/bin:' + System.getenv('PATH'), REMOTE_USER: 'ada@acme.example'])
    def started = process.start()
    started.outputStream.close()
    def log = started.inputStream.text
    new File(place, 'build.log').text = log
    [exit: started.waitFor(), log: log.trim()]
}
def done = { String... arguments ->
    def result = git(arguments)
    assert result.exit == 0 : result.log
    result.log
}

// The server, as docs/pipelines.md sets it up.
def history = change(shop)
done('init', '-q', '--bare', '-b', 'main', server.path)
done('-C', shop.path, 'push', '-q', server.path, 'main')
def pinned = { ending ->
    def file = new File(localRepositoryPath, "dev/gatekeeper/gatekeeper-maven-plugin/$version/gatekeeper-maven-plugin-$version.$ending")
    MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex().toString()
}
def recipes = new File(new File(settingsTemplate).parentFile.parentFile.parentFile, 'pipelines')
def hook = new File(server, 'hooks/pre-receive')
hook.text = new File(recipes, 'hook/.gatekeeper/pipeline/pre-receive').text
    .replace('@version@', version).replace('@jarSha256@', pinned('jar')).replace('@pomSha256@', pinned('pom'))
hook.setExecutable(true)
new File(server, 'hooks/gatekeeper.sh').text = new File(recipes, 'gatekeeper.sh').text
done('-C', server.path, 'config', 'gatekeeper.mavenRepository', new File(localRepositoryPath.toString()).toURI().toString())
done('-C', server.path, 'config', 'gatekeeper.records', records.path)

// What owns up to nothing stays out.
def before = done('-C', server.path, 'rev-parse', 'main')
history.write(RED, '// rotated\n').write(CONTRACT, contract('GREEN')).commit('Rotate tokens')
def refused = git('-C', shop.path, 'push', server.path, 'change:main')
assert refused.exit != 0 : refused.log
def check = { ItCheck.of(place).recordAt(new File(it, 'verdict.json')) }
check(records.listFiles()[0])
    .blocked('risk-understated', 'escalation-missing')
    .field('trust', 'isolated')
    .logs('riskLevel is GREEN, but the change is RED')
    .logs("'main' is left as it is")
assert done('-C', server.path, 'rev-parse', 'main') == before

// The same with a contract that names who answers for it.
def earlier = records.list() as Set
history.write(CONTRACT, contract('RED') + escalation(APPROVER)).commit('Say what it is, and who answers for it')
def passed = git('-C', shop.path, 'push', server.path, 'change:main')
assert passed.exit == 0 : passed.log
check(new File(records, (records.list() as Set).minus(earlier)[0])).passed().logs('PASSED, NOT VERIFIED')
assert done('-C', server.path, 'rev-parse', 'main') == done('-C', shop.path, 'rev-parse', 'change')
history.close()
true
