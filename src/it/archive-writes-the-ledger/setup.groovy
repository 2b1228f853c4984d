import static dev.gatekeeper.testing.DemoShop.*

def history = change(basedir)
history.checkout('main').write('.gatekeeper/contracts/old.yaml', contract('GREEN')).commit('Land another change')
history.ref('refs/heads/change', 'main').checkout('change').fillWorkTree()
true
