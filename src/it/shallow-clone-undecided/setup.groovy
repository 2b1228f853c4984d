import static dev.gatekeeper.testing.DemoShop.*

def history = change(basedir).write(GREEN, 'New words.\n')
new File(basedir, '.git/shallow').text = history.commit('Mend the guide') + '\n'
true
