import static dev.gatekeeper.testing.DemoShop.*

import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .logs('it is there already')
    .logs('Remedy: fill in what is there, or choose another id: -Dgatekeeper.id=<id>')
assert new File(basedir, CONTRACT).text == contract('YELLOW')
true
