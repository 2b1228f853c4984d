import static dev.gatekeeper.testing.DemoShop.*

def history = change(basedir)
history.fillWorkTree()
new File(basedir, '.gatekeeper/policy.yaml').text = POLICY.replace('"**/auth/**"', '"**/auth/**", "!/src/test/**"')
true
