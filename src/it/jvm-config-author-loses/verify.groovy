import dev.gatekeeper.testing.ItCheck

// Maven 4 would take the JVM's.
ItCheck.of(basedir)
    .blocked('contract-missing')
true
