import static dev.gatekeeper.testing.DemoShop.*

change(basedir).orphan('fresh')
true
