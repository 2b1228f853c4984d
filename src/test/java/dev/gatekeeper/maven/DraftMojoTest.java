package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.contract.Substance;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class DraftMojoTest extends MojoFixture {

    private static final String ASKING = DemoShop.POLICY.replace("approvers: [security]", """
            approvers: [security]
                invariants: [auth-never-weakened]\
            """) + """
            fields:
              - {name: rollbackPlan, from: YELLOW}
              - {name: dataPlan, from: RED}
            invariants:
              auth-never-weakened: Never weaken authentication.
            """;

    private static final Pattern GUIDANCE = Pattern.compile("# (What (is|you)|The (reason|invariants)|Say) .*");

    private GitHistory history;

    @BeforeEach
    void openShop() {
        history = DemoShop.change(shop);
        history.fillWorkTree();
    }

    @AfterEach
    void closeShop() {
        history.close();
    }

    @Test
    @InjectMojo(goal = "draft")
    void leavesRoomForWhatIsAskedFor(DraftMojo mojo) throws Exception {
        adopt(ASKING);
        history.write(DemoShop.YELLOW, "// rotated\n").commit("Rotate tokens");
        history.fillWorkTree();
        Files.writeString(shop.resolve(DemoShop.RED), "// not committed\n");
        run(mojo);
        assertThat(Files.readString(contract("change"))).isEqualTo("""
                # What this change answers for. Fill in what is empty, and commit it with the change.
                # RED: src/main/java/shop/auth/Token.java: Auth or permissions logic (rule auth)
                # What is different after this change, in a sentence.
                whatChanged:
                # The reason for it, in a sentence.
                whyChanged:
                # GREEN, YELLOW or RED: not below the level of any changed path, committed or not.
                riskLevel: RED
                # The invariants that you checked, each a text or one 'name: how'.
                invariantsChecked:
                  # Never weaken authentication. (rule auth)
                  - auth-never-weakened:
                # What you ran, each with its command and what came of it.
                tests:
                  - command:
                    result:
                # Say in plain words what is true of this change; the policy asks for it.
                rollbackPlan:
                # Say in plain words what is true of this change; the policy asks for it.
                dataPlan:
                # The escalation is not drafted: a human who approves, or is asked to, adds it.
                """);
        assertThat(log.lines())
                .contains(
                        "[INFO] Drafted .gatekeeper/contracts/change.yaml, which declares riskLevel: RED",
                        "[INFO] To be filled in: whatChanged, whyChanged, invariantsChecked 'auth-never-weakened', tests,"
                                + " rollbackPlan, dataPlan",
                        "[INFO] A human has to approve: Jane Smith, for rule auth (Auth or permissions logic); no tool"
                                + " may do it for them.",
                        "[INFO] Then commit it with the change: git add .gatekeeper && git commit");
    }

    @Test
    @InjectMojo(goal = "draft")
    void namesTheSchemaWhereTheRepositoryHasIt(DraftMojo mojo) throws Exception {
        Path schema =
                Files.createDirectories(shop.resolve(".gatekeeper/schema")).resolve("contract.schema.json");
        Files.writeString(schema, "{}");
        run(mojo);
        assertThat(Files.readAllLines(contract("change")).get(0))
                .isEqualTo("# yaml-language-server: $schema=../schema/contract.schema.json");
        assertThat(contract("change").resolveSibling("../schema/contract.schema.json"))
                .hasSameBinaryContentAs(schema);
    }

    @Test
    @InjectMojo(goal = "draft")
    void whatNobodyFilledInIsBlockedFieldByField(DraftMojo mojo) throws Exception {
        adopt(ASKING);
        Files.writeString(shop.resolve(DemoShop.RED), "// rotated\n");
        run(mojo);
        assertThat(judged().findings().stream().map(finding -> finding.code().id() + " " + finding.problem()))
                .containsExactly(
                        "field-missing whatChanged is blank",
                        "field-missing whyChanged is blank",
                        "field-missing rollbackPlan is blank",
                        "field-missing dataPlan is blank",
                        "field-missing invariantsChecked 'auth-never-weakened' is blank",
                        "field-missing command of tests entry 1 is blank",
                        "field-missing result of tests entry 1 is blank",
                        "escalation-missing there is no escalation, and the change is RED: " + DemoShop.RED
                                + " (rule auth: Auth or permissions logic)");
    }

    @Test
    @InjectMojo(goal = "draft")
    void itsOwnWordsAreNobodysAnswer(DraftMojo mojo) throws Exception {
        adopt(ASKING);
        Files.writeString(shop.resolve(DemoShop.RED), "// rotated\n");
        run(mojo);
        assertThat(Files.readAllLines(contract("change")).stream()
                        .map(String::strip)
                        .filter(line -> GUIDANCE.matcher(line).matches()))
                .hasSize(6)
                .allSatisfy(line -> assertThat(Substance.of(line.substring(2))).isEqualTo(Substance.PLACEHOLDER));
    }

    @Test
    @InjectMojo(goal = "draft")
    void asksOnlyForWhatTheLevelAsksFor(DraftMojo mojo) throws Exception {
        adopt(ASKING);
        Files.writeString(shop.resolve(DemoShop.GREEN), "# Another guide\n");
        run(mojo);
        assertThat(Files.readString(contract("change")))
                .contains("riskLevel: GREEN")
                .doesNotContain("rollbackPlan", "dataPlan", "escalation", "# RED");
    }

    @Test
    @InjectMojo(goal = "draft")
    void aBotWritesACompleteContractInOneCommand(DraftMojo mojo) throws Exception {
        adopt(ASKING);
        Map<String, String> texts = Map.of(
                "whatChanged", "Bumps com.acme:lib from 1.0 to 1.1 # really",
                "whyChanged", "Fixes #4711: x\n\n- it's \"late\"\r\n- C:\\temp",
                "riskLevel", "RED",
                "invariantsChecked", "auth-never-weakened: Nothing of it is touched: see the diff.",
                "invariantsChecked.2", "INVARIANTS.md: read",
                "tests", "mvn -B verify => 412 tests, 0 failures",
                "tests.10", "last => ok",
                "tests.2", "mvn -B -Pit verify => green",
                "field.rollbackPlan", "- Revert it.",
                "field.dataPlan", "No data is touched.");
        texts.forEach((name, text) -> commandLine.setProperty("gatekeeper." + name, text));
        Files.writeString(shop.resolve("pom.xml"), "<project/>\n");
        run(mojo);
        assertThat(log.lines()).contains("[INFO] Every field that verify asks for has something in it.");
        assertThat(Files.readString(contract("change"))).contains("""
                whatChanged: 'Bumps com.acme:lib from 1.0 to 1.1 # really'
                """, """
                whyChanged: |-
                  Fixes #4711: x

                  - it's "late"
                  - C:\\temp
                """, """
                  - auth-never-weakened: 'Nothing of it is touched: see the diff.'
                  - 'INVARIANTS.md: read'
                """, """
                tests:
                  - command: mvn -B verify
                    result: '412 tests, 0 failures'
                  - command: mvn -B -Pit verify
                    result: green
                  - command: last
                    result: ok
                """, """
                rollbackPlan: '- Revert it.'
                """);
        Judgement judged = judged();
        assertThat(judged.findings().stream().map(Finding::code).map(Object::toString))
                .containsExactly("ESCALATION_MISSING");
        assertThat(judged.contracts().get(0).whyChanged()).contains("Fixes #4711: x\n\n- it's \"late\"\n- C:\\temp");
    }

    @Test
    @InjectMojo(goal = "draft")
    void theIdIsTheNearestToTheBranchsName(DraftMojo mojo) throws Exception {
        history.branch("feature/Größe-Ändern_#12");
        run(mojo);
        assertThat(contract("feature-grosse-andern_-12")).exists();
    }

    @Test
    @InjectMojo(goal = "draft")
    void aTakenIdIsNotDerived(DraftMojo mojo) throws Exception {
        history.checkout("main").write(".gatekeeper/contracts/change.yaml", DemoShop.contract("GREEN"));
        history.commit("Land another");
        history.ref("refs/heads/change", "main").checkout("change").fillWorkTree();
        run(mojo);
        assertThat(contract("change-2")).exists();
        assertThat(contract("change")).hasContent(DemoShop.contract("GREEN"));
    }

    @Test
    @InjectMojo(goal = "draft")
    void aTakenIdIsNotTaken(DraftMojo mojo) {
        history.checkout("main").write(".gatekeeper/contracts/old.yaml", DemoShop.contract("GREEN"));
        history.commit("Land another");
        history.checkout("change");
        refused(
                mojo,
                "id",
                "old",
                "gatekeeper.id is 'old', which an earlier change has taken [id-taken]",
                "choose another: -Dgatekeeper.id=old-2");
    }

    @Test
    @InjectMojo(goal = "draft")
    void anArchivedIdIsTaken(DraftMojo mojo) throws Exception {
        history.checkout("main")
                .write(Layout.ledgerFile("change").display(), "change sha256:" + "0".repeat(64) + "\n")
                .commit("Archive it");
        history.ref("refs/heads/change", "main").checkout("change").fillWorkTree();
        refused(
                mojo,
                "id",
                "change",
                "gatekeeper.id is 'change', which an earlier change has taken [id-taken]",
                "choose another: -Dgatekeeper.id=change-2");
        run(mojo);
        assertThat(contract("change-2")).exists();
    }

    /** As a revert of the commit that archived does. */
    @Test
    @InjectMojo(goal = "draft")
    void theLedgerIsPutBack(DraftMojo mojo) throws Exception {
        String file = Layout.ledgerFile("old").display();
        history.checkout("main")
                .write(file, "old sha256:" + "0".repeat(64) + "\n")
                .commit("Archive it");
        history.ref("refs/heads/change", "main").checkout("change");
        history.delete(file)
                .write(".gatekeeper/contracts/old.yaml", DemoShop.contract("GREEN"))
                .commit("Revert");
        history.fillWorkTree();
        run(mojo);
        assertThat(shop.resolve(file)).hasContent("old sha256:" + "0".repeat(64));
        assertThat(log.lines()).contains("[INFO] Restored, as the target has it: " + file);
    }

    @Test
    @InjectMojo(goal = "draft")
    void whatIsNoIdIsToldTheNearest(DraftMojo mojo) {
        refused(
                mojo,
                "id",
                "Rotate Tokens",
                "gatekeeper.id is 'Rotate Tokens'; an id has up to 100 lower-case letters,"
                        + " digits, '.', '_' and '-', the first a letter or digit [parameter-invalid]",
                "give the nearest: -Dgatekeeper.id=rotate-tokens");
    }

    @Test
    @InjectMojo(goal = "draft")
    void aDetachedHeadNeedsAnId(DraftMojo mojo) throws Exception {
        history.detach("change");
        refused(
                mojo,
                "author",
                "x",
                "HEAD is on no branch, whose name would be the contract's id [parameter-missing]",
                "choose one: -Dgatekeeper.id=<id>");
        commandLine.setProperty("gatekeeper.id", "rotate");
        run(mojo);
        assertThat(contract("rotate")).exists();
    }

    @Test
    @InjectMojo(goal = "draft")
    void aBranchOfOtherLettersNeedsAnId(DraftMojo mojo) {
        history.branch("修正");
        refused(
                mojo,
                "author",
                "x",
                "The branch '修正' has no letter that a contract's id may have [parameter-missing]",
                "choose one: -Dgatekeeper.id=<id>");
    }

    @Test
    @InjectMojo(goal = "draft")
    void aBranchWithoutCommitsHasNothingToAnswerFor(DraftMojo mojo) {
        history.orphan("empty");
        refused(
                mojo,
                "author",
                "x",
                "Head 'HEAD' points to 'refs/heads/empty', which has no commit [ref-no-commit]",
                "commit first, or name another ref.");
    }

    @Test
    @InjectMojo(goal = "draft")
    void overwritesNothing(DraftMojo mojo) throws Exception {
        Files.createDirectories(contract("change").getParent());
        Files.writeString(contract("change"), "mine");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "Gatekeeper cannot decide: .gatekeeper/contracts/change.yaml: it is not drafted, and nothing is"
                                + " written: " + contract("change") + ": it is there already");
        assertThat(contract("change")).hasContent("mine");
        assertThat(log.lines())
                .contains("[ERROR]     Remedy: fill in what is there, or choose another id: -Dgatekeeper.id=<id>");
    }

    @Test
    @InjectMojo(goal = "draft")
    void followsNoLink(DraftMojo mojo, @TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(shop.resolve(".gatekeeper/contracts"), elsewhere);
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("it is a file or a symbolic link where a folder is needed");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "draft")
    void aLevelThatPlaysTheRiskDownIsRefused(DraftMojo mojo) throws IOException {
        Files.writeString(shop.resolve(DemoShop.RED), "// rotated\n");
        refused(
                mojo,
                "riskLevel",
                "GREEN",
                "gatekeeper.riskLevel is GREEN, but the change is RED: " + DemoShop.RED + " [parameter-conflict]",
                "leave it out: the draft declares RED.");
        assertThat(contract("change")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "draft")
    void whatCannotStandInAContractIsRefused(DraftMojo mojo) {
        refused(
                mojo,
                "riskLevel",
                "HIGH",
                "gatekeeper.riskLevel is 'HIGH'; it is GREEN, YELLOW or RED [parameter-invalid]",
                "leave it out: the draft declares the level of the changed paths.");
        refused(
                mojo,
                "tests",
                "mvn verify",
                "gatekeeper.tests is 'mvn verify'; it is a command, '=>' and what came of it [parameter-invalid]",
                "give both, such as: -Dgatekeeper.tests='mvn -B verify => 412 tests, 0 failures'");
        refused(
                mojo,
                "whatChanged",
                "a\u0007b",
                "gatekeeper.whatChanged can't stand in a contract: an escape stands for the character U+0007, which is not allowed [parameter-invalid]",
                "give it without that.");
        refused(
                mojo,
                "field.other",
                "x",
                "gatekeeper.field.other is given, and no policy in force asks for a field of that name [parameter-conflict]",
                "leave it out; no policy adds any.");
        refused(
                mojo,
                "field.tests",
                "x => y",
                "gatekeeper.field.tests is given, and 'tests' is no field that a policy adds [parameter-conflict]",
                "give it as gatekeeper.tests.");
    }

    @Test
    @InjectMojo(goal = "draft")
    void theEscalationIsNeverGiven(DraftMojo mojo) {
        refused(
                mojo,
                "field.escalation",
                "Jane Smith",
                "gatekeeper.field.escalation is given, and 'escalation' is no field that a policy adds [parameter-conflict]",
                "leave it out: a human who approves, or is asked to, adds it to the contract.");
    }

    @Test
    @InjectMojo(goal = "draft")
    @MojoParameter(name = "whatChanged", value = "Things.")
    void aPomSaysNothingOfAChange(DraftMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .hasMessageStartingWith(
                        "Gatekeeper cannot decide: <whatChanged> is 'Things.' in the POM or the settings,"
                                + " where gatekeeper.whatChanged must not be given");
        assertThat(log.lines())
                .contains(
                        "[ERROR]     Remedy: take <whatChanged> out of the POM, and gatekeeper.whatChanged out of properties"
                                + " and settings; it is for one run, on its command line.");
    }

    @Test
    @InjectMojo(goal = "draft")
    void putsBackWhatARevertHasTaken(DraftMojo mojo) throws Exception {
        String earlier = ".gatekeeper/contracts/earlier.yaml";
        history.checkout("main").write(earlier, DemoShop.contract("YELLOW")).write(DemoShop.YELLOW, "// rotated\n");
        history.write(".gatekeeper/approvals/earlier/jane.sig", "signed\n").commit("Land something");
        history.ref("refs/heads/change", "main").checkout("change");
        history.delete(earlier).delete(".gatekeeper/approvals/earlier/jane.sig");
        history.write(DemoShop.YELLOW, "package shop;\n").commit("Revert it");
        history.fillWorkTree();
        run(mojo);
        assertThat(shop.resolve(earlier)).hasContent(DemoShop.contract("YELLOW"));
        assertThat(shop.resolve(".gatekeeper/approvals/earlier/jane.sig")).hasContent("signed");
        assertThat(log.lines())
                .contains(
                        "[INFO] Restored, as the target has it: .gatekeeper/approvals/earlier/jane.sig",
                        "[INFO] Restored, as the target has it: " + earlier,
                        "[INFO] Drafted .gatekeeper/contracts/change.yaml, which declares riskLevel: YELLOW");
    }

    @Test
    @InjectMojo(goal = "draft")
    void leavesWhatSomebodyHasWrittenOverAnEarlierContract(DraftMojo mojo) throws Exception {
        String earlier = ".gatekeeper/contracts/earlier.yaml";
        history.checkout("main").write(earlier, DemoShop.contract("YELLOW")).commit("Land something");
        history.ref("refs/heads/change", "main").checkout("change").fillWorkTree();
        Files.writeString(shop.resolve(earlier), "whatChanged: My own words.\n");
        run(mojo);
        assertThat(shop.resolve(earlier)).hasContent("whatChanged: My own words.");
        assertThat(log.lines())
                .contains("[WARNING] Left as it is, though it belongs to an earlier change: " + earlier
                        + "; verify tells what to do with it.");
    }

    @Test
    @InjectMojo(goal = "draft")
    void aSecondContractIsNoted(DraftMojo mojo) throws Exception {
        history.write(".gatekeeper/contracts/mine.yaml", DemoShop.contract("GREEN"))
                .commit("Answer");
        history.fillWorkTree();
        run(mojo);
        assertThat(log.lines())
                .contains("[WARNING] This change has a contract already, and verify asks each of them for its fields:"
                        + " .gatekeeper/contracts/mine.yaml");
    }

    @Test
    @InjectMojo(goal = "draft")
    void aHostilePathStaysAComment(DraftMojo mojo) throws Exception {
        Path file = shop.resolve("src/auth/x\nriskLevel: GREEN\n.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x\n");
        run(mojo);
        assertThat(Files.readAllLines(contract("change")))
                .contains(
                        "# \"RED: src/auth/x\\nriskLevel: GREEN\\n.java: Auth or permissions logic (rule auth)\"",
                        "riskLevel: RED")
                .doesNotContain("riskLevel: GREEN");
    }

    private void refused(DraftMojo mojo, String name, String value, String problem, String remedy) {
        commandLine.setProperty("gatekeeper." + name, value);
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Gatekeeper cannot decide: " + problem + "; remedy: " + remedy);
        assertThat(log.lines()).contains("[ERROR]     Remedy: " + remedy);
        commandLine.remove("gatekeeper." + name);
    }

    private void adopt(String policy) {
        history.checkout("main").write(".gatekeeper/policy.yaml", policy).commit("Ask for more");
        history.ref("refs/heads/change", "main").checkout("change").fillWorkTree();
    }

    /** What the gate says once everything of the work tree is committed as it is. */
    private Judgement judged() throws IOException {
        for (String path : List.of(DemoShop.RED, DemoShop.YELLOW, "pom.xml", ".gatekeeper/contracts/change.yaml")) {
            if (Files.exists(shop.resolve(path))) {
                history.write(path, Files.readString(shop.resolve(path)));
            }
        }
        history.commit("Commit it all");
        return Results.reached(Gatekeeper.judge(Requests.of(shop).target("main").request()));
    }

    private Path contract(String id) {
        return shop.resolve(".gatekeeper/contracts/" + id + ".yaml");
    }
}
