package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.JudgedContract;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Remark;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract in nearly the right place is answered by the command that puts it there, followed word for word; no RED is asked for its sake. */
class NearMissTest {

    private static final String GREEN = DemoShop.contract("GREEN");

    @TempDir
    Path temp;

    GitHistory history;

    @BeforeEach
    void openShop() {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git, or no shell");
        history = DemoShop.change(temp);
    }

    @AfterEach
    void close() {
        if (history != null) {
            history.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        ".gatekeeper/contract/c1.yaml, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/Contracts/c1.yaml, .gatekeeper/contracts/c1.yaml",
        ".Gatekeeper/contracts/C1.yaml, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/c1.yaml, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/c1.yml, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/contracts/c1.json, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/contracts/c1.yaml.txt, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/contracts/c1, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/contracts/2026/c1.txt, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/contract/It's Zoë's.yaml, .gatekeeper/contracts/it-s-zoe-s.yaml",
        ".gatekeeper/contracts/Fix Guide.yaml, .gatekeeper/contracts/fix-guide.yaml",
        ".gatekeeper/contracts/c1.YML, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/contracts/2026/c1.yaml, .gatekeeper/contracts/c1.yaml",
        "src/.gatekeeper/contracts/c1.yaml, .gatekeeper/contracts/c1.yaml",
        "a/b/.Gatekeeper/Contract/c1.json, .gatekeeper/contracts/c1.yaml",
        "gatekeeper/contracts/c1.yaml, .gatekeeper/contracts/c1.yaml",
        "contracts/c1.yaml, .gatekeeper/contracts/c1.yaml",
        "Contract/C1.yml, .gatekeeper/contracts/c1.yaml",
        "c1.yaml, .gatekeeper/contracts/c1.yaml",
        "-c1.yaml, .gatekeeper/contracts/c1.yaml",
        ".gatekeeper/contract/\u5951\u7d04.yaml, .gatekeeper/contracts/change.yaml",
    })
    void aContractIsMovedToItsPlace(String path, String proper) {
        history.write(DemoShop.GREEN, "# Guide, mended\n").write(path, GREEN).commit("Mend the guide");

        Judgement before = judged();
        assertThat(before.findings())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.remedy()).doesNotContain("RED").doesNotContain("escalation"))
                .extracting(finding -> command(finding.remedy()))
                .containsOnly(command(before.findings().get(0).remedy()));
        follow(before);

        Judgement after = judged();
        assertThat(after.findings()).isEmpty();
        assertThat(after.contracts()).extracting(JudgedContract::path).containsExactly(proper);
    }

    /** The nearest name is taken: by an earlier change, and by the other near miss. */
    @Test
    void noTwoAreMovedToOnePlace() {
        history.checkout("main")
                .write(".gatekeeper/contracts/c1.yaml", GREEN + "# landed\n")
                .commit("Another");
        history.ref("refs/heads/change", "main").checkout("change");
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(".gatekeeper/contracts/c1.json", GREEN)
                .write(".gatekeeper/contracts/c1.txt", GREEN)
                .commit("Mend the guide");

        follow(judged());

        assertThat(judged().contracts())
                .extracting(JudgedContract::path)
                .containsExactly(".gatekeeper/contracts/c1-2.yaml", ".gatekeeper/contracts/c1-3.yaml");
    }

    @Test
    void aTakenIdIsGivenBackAndTheContractGetsAnother() {
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(DemoShop.CONTRACT, GREEN)
                .commit("Mend the guide");
        history.checkout("main").write(DemoShop.CONTRACT, GREEN + "# landed\n").commit("Another");
        history.checkout("change");

        Judgement before = judged();
        assertThat(before.findings()).extracting(finding -> finding.code().id()).containsExactly("contract-missing");
        assertThat(before.findings().get(0).problem())
                .isEqualTo("this change adds no contract that counts: the target has another file at "
                        + DemoShop.CONTRACT + ", and this change's own needs another id");
        follow(before);

        assertThat(judged().findings()).isEmpty();
        assertThat(judged().contracts())
                .extracting(JudgedContract::path)
                .containsExactly(".gatekeeper/contracts/change-2.yaml");
        assertThat(git().git("show", "HEAD:" + DemoShop.CONTRACT)).endsWith("# landed");
    }

    /** The target has taken the id, and was merged: what the author wrote is kept under another. */
    @Test
    void wordsOverAnEarlierContractAreSavedUnderAnotherId() {
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(DemoShop.CONTRACT, GREEN)
                .commit("Mend the guide");
        history.checkout("main").write(DemoShop.CONTRACT, GREEN + "# landed\n").commit("Another");
        git().git("checkout", "--quiet", "--force", "change");
        git().git("merge", "--quiet", "--strategy=ours", "--message=Merge", "main");

        Judgement before = judged();
        assertThat(before.findings())
                .extracting(finding -> finding.code().id())
                .containsExactly("contract-missing", "contract-altered");
        assertThat(before.findings())
                .extracting(finding -> command(finding.remedy()))
                .containsOnly("git mv .gatekeeper/contracts/change.yaml .gatekeeper/contracts/change-2.yaml"
                        + " && git checkout refs/heads/main -- .gatekeeper/contracts");
        follow(before);

        assertThat(judged().findings()).isEmpty();
        assertThat(git().git("show", "HEAD:.gatekeeper/contracts/change-2.yaml") + "\n")
                .isEqualTo(GREEN);
        assertThat(git().git("show", "HEAD:" + DemoShop.CONTRACT)).endsWith("# landed");
    }

    /** Whoever has a contract of their own only edited an earlier one. */
    @Test
    void besideAContractAnEarlierOneIsPutBack() {
        history.checkout("main")
                .write(".gatekeeper/contracts/c1.yaml", GREEN + "# landed\n")
                .commit("Another");
        history.ref("refs/heads/change", "main").checkout("change");
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(DemoShop.CONTRACT, GREEN)
                .write(".gatekeeper/contracts/c1.yaml", GREEN)
                .commit("Mend the guide");

        Judgement before = judged();
        assertThat(before.findings().get(0).remedy())
                .isEqualTo("Restore it and commit: git checkout refs/heads/main -- .gatekeeper/contracts");
        follow(before);
        assertThat(judged().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane.sig", "approvals/jane.sig", "approvals/change/jane.sig", "src/.gatekeeper/jane.sig"})
    void aSignatureOutsideIsMovedToItsPlace(String path) {
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(DemoShop.CONTRACT, GREEN)
                .write(path, "-----BEGIN SSH SIGNATURE-----\n")
                .commit("Mend the guide");

        Judgement before = judged();
        assertThat(before.remarks()).extracting(Remark::file).containsExactly(path);
        assertThat(before.remarks().get(0).text()).doesNotContain("git mv");
        follow(before);

        assertThat(git().git("ls-tree", "-r", "--name-only", "HEAD", ".gatekeeper/approvals"))
                .isEqualTo(".gatekeeper/approvals/change/jane.sig");
    }

    /** Others have such files too: their own content is none of ours, and a signature of a release is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "contracts/order.yaml",
                "gatekeeper/contracts/order.json",
                "c1.yaml",
                "jane.sig",
                "src/contracts/c1.yaml",
                "src/jane.sig"
            })
    void filesOfOthersAreNoNearMiss(String path) {
        boolean inFolder = path.startsWith("src/");
        history.write(DemoShop.CONTRACT, DemoShop.contract("YELLOW"))
                .write(path, inFolder ? GREEN + "-----BEGIN SSH SIGNATURE-----" : "riskLevel: high\n")
                .commit("Add it");
        assertThat(judged().findings()).isEmpty();
        assertThat(judged().remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".gatekeeper/contract/c1.yaml", ".gatekeeper/approvals/change/Jane.sig", ".gatekeeper/jane.sig"})
    void besideAContractItIsNamedAndNoRedIsAskedForItsSake(String path) {
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(DemoShop.CONTRACT, GREEN)
                .write(path, "whatever\n")
                .commit("Mend the guide");

        Judgement before = judged();
        assertThat(before.classification().level()).hasToString("RED");
        assertThat(before.findings())
                .extracting(Finding::remedy)
                .allSatisfy(remedy -> assertThat(remedy).startsWith("Put the file in its place and commit"));
        assertThat(before.remarks()).extracting(Remark::file).containsExactly(path);
        follow(before);

        assertThat(judged().findings())
                .allSatisfy(finding -> assertThat(finding.problem()).doesNotContain("the change is RED"));
    }

    /** What is RED otherwise is asked for all the same. */
    @Test
    void theRestKeepsItsLevel() {
        history.write(DemoShop.YELLOW, "// a\n")
                .write(DemoShop.CONTRACT, GREEN)
                .write(".gatekeeper/contract/c1.yaml", "whatever\n")
                .commit("Mend the cart");
        assertThat(judged().findings().get(0).remedy())
                .isEqualTo("Declare riskLevel: YELLOW. Put the file in its place and commit:"
                        + " git mv .gatekeeper/contract/c1.yaml .gatekeeper/contracts/c1.yaml"
                                .replace("git mv", "mkdir -p .gatekeeper/contracts && git mv"));
        history.write(DemoShop.RED, "// a\n").commit("And the token");
        assertThat(judged().findings().get(0).remedy())
                .startsWith("Declare riskLevel: RED. Put the file in its place and commit: mkdir ");
    }

    /** Nobody's contract is called so, and a rule is a rule. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".gatekeeper/policy.yml",
                ".gatekeeper/policies.yaml",
                ".gatekeeper/changes/c1.yaml",
                ".gatekeeper/contracts/.gitkeep",
                ".gatekeeper/README.md",
                ".gatekeeper/schema/c.json"
            })
    void otherFilesAreNoNearMiss(String path) {
        history.write(DemoShop.CONTRACT, GREEN).write(path, "x\n").commit("Add it");
        assertThat(judged().findings().get(0).remedy()).startsWith("Declare riskLevel: RED.");
        assertThat(judged().remarks()).isEmpty();
    }

    /** Somebody commits what the goal wrote: its remedies name a contract's keys, and it has none of them. */
    @Test
    void theGoalsOwnRecordIsNoNearMiss() {
        history.write(DemoShop.CONTRACT, GREEN)
                .write(
                        "target/gatekeeper/verdict.json",
                        "{\"findings\": [{\"remedy\": \"Add it with whatChanged, whyChanged, riskLevel: RED and tests.\"}]}\n")
                .commit("Add what was built");
        assertThat(judged().remarks()).isEmpty();
        history.write("gatekeeper/c1.json", "{\"whatChanged\": \"It is new.\", \"riskLevel\": \"GREEN\"}\n")
                .commit("Add a contract in JSON");
        assertThat(judged().remarks()).extracting(Remark::file).containsExactly("gatekeeper/c1.json");
    }

    /** A command that a report has to escape could not be followed. */
    @ParameterizedTest
    @ValueSource(strings = {"a##b", "a    b", "a\u00a0b", "a\\nb", "a\u202eb", "a\nb"})
    void whatIsNotShownAsItIsGetsNoCommand(String name) {
        history.write(DemoShop.CONTRACT, GREEN)
                .write(".gatekeeper/contract/" + name + ".yaml", "x\n")
                .commit("Add it");
        assertThat(judged().remarks()).isEmpty();
        assertThat(judged().findings()).isNotEmpty();
    }

    private Judgement judged() {
        return Results.reached(Gatekeeper.judge(Requests.of(temp)
                .target("refs/heads/main")
                .head("refs/heads/change")
                .request()));
    }

    /** Does what the first remedy with a command says, and commits. */
    private void follow(Judgement judgement) {
        String remedy = judgement.findings().stream()
                .map(Finding::remedy)
                .filter(text -> text.contains(": mkdir ") || text.contains(": git "))
                .findFirst()
                .orElseThrow();
        git().git("checkout", "--quiet", "--force", "change");
        git().paste(command(remedy));
        git().git("commit", "--quiet", "--message=Follow");
    }

    private static String command(String remedy) {
        int start = remedy.contains(": mkdir ") ? remedy.indexOf(": mkdir ") : remedy.indexOf(": git ");
        return remedy.substring(start + 2);
    }

    private NativeGit git() {
        return new NativeGit(temp);
    }
}
