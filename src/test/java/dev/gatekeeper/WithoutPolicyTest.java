package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.MemoryFile;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target without a policy: a release branch older than the adoption, one that relies on the built-in policy, and what only looks so. */
class WithoutPolicyTest {

    private static final String GREEN = DemoShop.contract("GREEN");

    @TempDir
    Path temp;

    GitHistory history;

    @BeforeEach
    void open() {
        history = GitHistory.init(temp.resolve("shop"));
        history.write(DemoShop.GREEN, "# Guide\n")
                .write(DemoShop.RED, "class Token {}\n")
                .commit("Open");
        history.branch("change");
    }

    @AfterEach
    void close() {
        history.close();
    }

    /** Neither the contract nor the files that its branch has make the fix RED. */
    @Test
    void aBackPortPasses() {
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(DemoShop.CONTRACT, GREEN)
                .commit("Back-port");
        assertThat(judged().findings()).isEmpty();
    }

    @Test
    void soDoesTheNextChange() {
        history.checkout("main")
                .write(".gatekeeper/contracts/first.yaml", GREEN)
                .commit("First");
        history.ref("refs/heads/change", "main").checkout("change");
        history.write(DemoShop.GREEN, "# Guide, mended\n").write(DemoShop.CONTRACT, GREEN.replace("Tokens", "Keys"));
        history.commit("Second");
        assertThat(judged().findings()).isEmpty();
        history.delete(".gatekeeper/contracts/first.yaml").commit("Tidy up");
        assertThat(judged().findings())
                .extracting(finding -> finding.code().id())
                .contains("contract-altered");
    }

    @Test
    void aFieldOfAnotherBranchIsANote() {
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(DemoShop.CONTRACT, GREEN + "rollbackPlan: Revert the commit.\n")
                .commit("Back-port");
        assertThat(judged().findings()).isEmpty();
        assertThat(judged().remarks()).hasSize(1).first().satisfies(remark -> {
            assertThat(remark.mark()).hasToString("Optional[9:1]");
            assertThat(remark.text()).isEqualTo("no policy in force asks for 'rollbackPlan', and nobody reads it");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "approver: Jane Smith",
                "decision: rejected",
                "decisoin: rejected",
                "Approvers: Jane",
                "risklevel: RED",
                "riskLevl: RED",
                "escalations: none",
                "rollbackPlan: [a]",
                "rollbackPlan: {a: b}",
                "rollbackPlan: Revert #4711",
            })
    void whatMayBeMeantForAnotherKeyIsNone(String line) {
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(DemoShop.CONTRACT, GREEN + line + "\n")
                .commit("Back-port");
        assertThat(judged().findings())
                .extracting(finding -> finding.code().id())
                .containsExactly("contract-unreadable");
    }

    /** Whoever has written a policy has said which fields there are. */
    @Test
    void besideAnyOtherPolicyItIsUnreadable() {
        history.write(DemoShop.GREEN, "# Guide, mended\n")
                .write(DemoShop.CONTRACT, GREEN + "rollbackPlan: Revert the commit.\n")
                .commit("Back-port");
        String organisation = "version: 1\nrequiredFiles: []\nrules: [{id: a, level: RED, because: b, paths: [x]}]\n";
        assertThat(Results.reached(Gatekeeper.judge(request()
                                .orgPolicy(new MemoryFile("org.yaml", organisation))
                                .request()))
                        .findings())
                .extracting(finding -> finding.code().id())
                .containsExactly("contract-unreadable");
    }

    /** An administrator's slip is no leave to be judged by less. */
    @Test
    void aTargetThatHasLostItsPolicyIsNotDecided() {
        adopt();
        history.checkout("main").delete(".gatekeeper/policy.yaml").commit("Slip");
        history.checkout("change").write(DemoShop.RED, "class Token { }\n").write(DemoShop.CONTRACT, GREEN);
        history.commit("Weaken");
        assertThat(Results.undecided(Gatekeeper.judge(request().request())).problem())
                .isEqualTo("the target refs/heads/main has lost .gatekeeper/policy.yaml, which its merge base with head"
                        + " holds");
    }

    /** Whatever it puts in the folder's place, no change leaves the target without the policy. */
    @ParameterizedTest
    @CsvSource({
        ".gatekeeper, 160000",
        ".gatekeeper, 120000",
        ".gatekeeper, 100644",
        ".Gatekeeper/policy.yaml, 100644",
        ".gatekeeper/policy.yaml/policy.yaml, 100644",
        ".gatekeeper/policy.yml, 100644",
    })
    void noChangeSwitchesTheGateOff(String path, String mode) {
        adopt();
        history.delete(".gatekeeper/policy.yaml")
                .entry(path, Integer.parseInt(mode, 8), history.id("main"))
                .commit("Switch off");
        Judgement judgement = judged();
        assertThat(judgement
                        .classification()
                        .paths()
                        .get(0)
                        .matches()
                        .get(0)
                        .policy()
                        .origin())
                .isEqualTo(Origin.TARGET);
        assertThat(judgement.findings())
                .filteredOn(finding -> finding.code().id().equals("policy-invalid"))
                .extracting(Finding::problem)
                .containsExactly("this change deletes the policy");
    }

    private void adopt() {
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", DemoShop.POLICY)
                .write(".gatekeeper/contracts/first.yaml", GREEN)
                .write("AI.md", "a")
                .write("INVARIANTS.md", "a")
                .write("CHANGE_POLICY.md", "a")
                .commit("Adopt");
        history.ref("refs/heads/change", "main").checkout("change");
    }

    private Judgement judged() {
        return Results.reached(Gatekeeper.judge(request().request()));
    }

    private Requests request() {
        return Requests.of(temp.resolve("shop")).target("refs/heads/main").head("refs/heads/change");
    }
}
