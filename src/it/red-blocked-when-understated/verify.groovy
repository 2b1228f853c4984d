import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .blocked('risk-understated')
    .logs('src/main/java/shop/auth/Token.java')
true
