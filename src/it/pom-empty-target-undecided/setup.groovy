import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(YELLOW, '// rotated\n')
    .write(CONTRACT, contract('YELLOW'))
    .commit('Rotate tokens')
true
