import static dev.gatekeeper.testing.DemoShop.*

def history = change(basedir)
history.write(YELLOW, '// rotated\n').write(CONTRACT, contract('YELLOW')).commit('Rotate tokens')
history.fillWorkTree()
true
