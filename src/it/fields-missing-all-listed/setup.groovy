import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(YELLOW, '// rotated\n')
    .write(CONTRACT, 'whatChanged: Carts keep their order.\n')
    .commit('Rotate tokens')
true
