import static dev.gatekeeper.testing.DemoShop.*

import dev.gatekeeper.testing.ItCheck

// Without a POM Maven builds a project of its own, which it names so.
ItCheck.of(basedir)
    .logs('standalone-pom')
    .logs("Drafted $CONTRACT, which declares riskLevel: RED")
    .logsNot('[WARNING] gatekeeper.')
    .noRecord()
def contract = new File(basedir, CONTRACT).text
assert contract.contains("# RED: $RED: Auth or permissions logic (rule auth)\n")
assert contract.contains("whatChanged: 'Fixes #4711: tokens rotate'\n")
assert contract.contains("""tests:
  - command: mvn -B verify
    result: '412 tests'
  - command: mvn -B -Pit verify
    result: green
""")
true
