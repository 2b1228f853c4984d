import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(RED, '// rotated\n')
    .write(CONTRACT, contract('GREEN') + escalation(APPROVER))
    .commit('Rotate tokens')
true
