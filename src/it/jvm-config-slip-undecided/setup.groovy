import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(GREEN, '// rotated\n')
    .write(CONTRACT, contract('GREEN'))
    .commit('Rotate tokens')
true
