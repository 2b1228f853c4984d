import dev.gatekeeper.testing.DemoShop
import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('approval-stale')
    .logs("${DemoShop.RED} changed since")
    .logs('mvn dev.gatekeeper:gatekeeper-maven-plugin:approve -Dgatekeeper.contract=change')
    .logs('change.statement')
assert new File(basedir, 'target/gatekeeper/change.statement').text.startsWith('gatekeeper-approval/1\n')
true
