import dev.gatekeeper.testing.ItCheck

// No file of the shop is a test, and the automata of the packed jar know of one all the same.
ItCheck.of(basedir)
    .logs('standalone-pom')
    .logs("[INFO] It gives no file of head another level against the target's policy.")
    .logs("[WARNING] It lowers paths of rule auth against the target's policy, whether or not anything lies there, such as src/test/auth/a: RED -> YELLOW")
    .logs('0 of the 5 changes that were asked for can be replayed: the target has no more.')
    .noRecord()
true
