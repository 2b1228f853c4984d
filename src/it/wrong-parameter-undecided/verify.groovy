import dev.gatekeeper.testing.ItCheck

ItCheck.of(basedir)
    .recordAt(new File(basedir, 'records/42.json'))
    .undecided("gatekeeper.warnOnly is 'yes'; allowed are 'true' and 'false'")
    .logs('[WARNING] gatekeeper.tagret is no parameter of verify and does nothing; the nearest is gatekeeper.target')
true
