import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(GREEN, '// rotated\n')
    .commit('Rotate tokens')
true
