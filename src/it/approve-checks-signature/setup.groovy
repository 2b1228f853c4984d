import static dev.gatekeeper.testing.SignedShop.*

proposal(basedir).close()
new File(basedir, 'jane.sig').text = SIGNATURE
true
