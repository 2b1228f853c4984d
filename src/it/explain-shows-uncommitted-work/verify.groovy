import static dev.gatekeeper.testing.DemoShop.*

import dev.gatekeeper.testing.ItCheck

// Without a POM Maven builds a project of its own, which it names so.
ItCheck.of(basedir)
    .logs('standalone-pom')
    .logs("[INFO] RED     $RED  modified, uncommitted  auth ")
    .logs('verify asks for:')
    .noRecord()
true
