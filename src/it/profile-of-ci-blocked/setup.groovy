import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(YELLOW, '// rotated\n')
    .commit('Rotate tokens')
true
