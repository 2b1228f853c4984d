import static dev.gatekeeper.testing.SignedShop.*

proposal(basedir).close()
true
