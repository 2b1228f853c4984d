import static dev.gatekeeper.testing.DemoShop.*

def shop = new File(basedir, 'target/shop')
change(shop).write(YELLOW, '// rotated\n').write(CONTRACT, contract('YELLOW')).commit('Rotate tokens')
def linked = new File(shop, '.git/worktrees/linked')
linked.mkdirs()
new File(linked, 'HEAD').text = 'ref: refs/heads/change\n'
new File(linked, 'commondir').text = '../..\n'
new File(linked, 'gitdir').text = "$basedir/.git\n"
new File(basedir, '.git').text = "gitdir: $linked\n"
new File(basedir, '.mvn').mkdir()
true
