import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(RED, '// rotated\n')
    .write('.gatekeeper/policy.yaml', POLICY.replace('RED', 'GREEN'))
    .write(CONTRACT, contract('GREEN'))
    .commit('Rotate tokens')
true
