import dev.gatekeeper.testing.DemoShop
import static dev.gatekeeper.testing.SignedShop.*

def history = proposal(basedir)
history.write(FILE, SIGNATURE).commit('Approve it')
history.write(DemoShop.RED, '// rotated twice\n').commit('Rotate again')
true
