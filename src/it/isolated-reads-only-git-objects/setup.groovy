import static dev.gatekeeper.testing.DemoShop.*

def checkout = new File(basedir, '../isolated-reads-only-git-objects-checkout').canonicalFile
def history = change(checkout)
history.write(GREEN, '// rotated\n')
    .write(CONTRACT, contract('GREEN'))
    .commit('Rotate tokens')
history.fillWorkTree()

// Whoever opens one of these fails, or doesn't judge.
new File(checkout, 'pom.xml').text = 'no POM'
new File(checkout, '.mvn/extensions.xml').text = 'no extensions'
new File(checkout, '.mvn/maven.config').text = '--no-such-option\n'
new File(checkout, '.mvn/maven-user.properties').text = 'gatekeeper.skip = true\n'
new File(checkout, '.mvn/settings.xml').text = 'no settings'
new File(checkout, '.mvn/jvm.config').text = '-XX:NoSuchOption\n'
new File(basedir, '.mvn').mkdirs()
true
