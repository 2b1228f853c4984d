import static dev.gatekeeper.testing.DemoShop.*

def history = change(basedir)
history.write(YELLOW, '// rotated\n').commit('Rotate tokens')
history.fillWorkTree()
new File(basedir, RED).text = '// not committed\n'
true
