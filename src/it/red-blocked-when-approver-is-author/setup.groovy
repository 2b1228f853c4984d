import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(RED, '// rotated\n')
    .write(CONTRACT, contract('RED') + escalation(APPROVER))
    .commit('Rotate tokens', 'Jane Smith <jane@home.example>')
true
