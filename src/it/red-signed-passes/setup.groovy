import static dev.gatekeeper.testing.SignedShop.*

proposal(basedir)
    .write(FILE, SIGNATURE)
    .commit('Approve it')
true
