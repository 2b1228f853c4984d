import dev.gatekeeper.testing.DemoShop
import dev.gatekeeper.testing.ItCheck

def statement = new File(basedir, 'target/gatekeeper/change.statement')
def check = ItCheck.of(basedir)
    .logs("RED     ${DemoShop.RED}  modified: Auth or permissions logic (rule auth, pattern")
    .logs('ssh-keygen -Y sign -n gatekeeper -f ~/.ssh/id_ed25519 < target/gatekeeper/change.statement'
        + ' > target/gatekeeper/jane-smith.sig')
    .noRecord()
statement.readLines().each { check.logs(it) }
assert statement.text.endsWith(" M ${DemoShop.RED}\n")
true
