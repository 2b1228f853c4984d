import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(YELLOW, '// rotated\n')
    .write(CONTRACT, contract('YELLOW').replace('412 tests, 0 failures', 'TBD'))
    .commit('Rotate tokens')
true
