import static dev.gatekeeper.testing.DemoShop.*

def history = change(basedir).checkout('main')
history.write(GREEN, '# One\n').write(CONTRACT, contract('GREEN')).commit('Answer for it')
history.write(GREEN, '# Two\n').commit('Push it')
true
