import static dev.gatekeeper.testing.DemoShop.*

def checkout = new File(basedir, '../isolated-reviewed-passes-checkout').canonicalFile
def history = change(checkout)
history.checkout('main')
    .write('.gatekeeper/policy.yaml', POLICY + '      logins: [janes]\napproval: reviewed\n')
    .commit('Ask for reviews')
history.ref('refs/heads/change', 'main').checkout('change')
history.write(RED, '// rotated\n')
    .write(CONTRACT, contract('RED'))
    .commit('Rotate tokens')
history.ref('refs/reviewed', 'HEAD')
history.write(GREEN, '# Longer guide\n').commit('Write about it')
new File(basedir, '.mvn').mkdirs()
true
