import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .move(RED, 'src/main/java/shop/Token.java')
    .write(CONTRACT, contract('YELLOW'))
    .commit('Rotate tokens')
true
