import static dev.gatekeeper.testing.DemoShop.*

change(basedir).close()
