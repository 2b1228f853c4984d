import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .delete(RED)
    .write(CONTRACT, contract('YELLOW'))
    .commit('Rotate tokens')
true
