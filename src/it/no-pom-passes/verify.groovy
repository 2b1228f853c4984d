import dev.gatekeeper.testing.ItCheck

// Without a POM Maven builds a project of its own, which it names so.
ItCheck.of(basedir)
    .passed()
    .logs('standalone-pom')
    .logs('PASSED: 2 GREEN')
true
