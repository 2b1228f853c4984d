package dev.gatekeeper.approvals;

import static dev.gatekeeper.approvals.ReviewingShop.CARD;
import static dev.gatekeeper.approvals.ReviewingShop.CONTRACT;
import static dev.gatekeeper.approvals.ReviewingShop.POLICY;
import static dev.gatekeeper.approvals.ReviewingShop.RED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a review survives and what it dies of, over real histories: the counterpart of each test of a signature. */
class ReviewedChangeTest {

    private static final String GREEN = DemoShop.GREEN;
    private static final String ORIGINAL = "package shop.auth;\n\nclass Token {}\n";

    private final Path folder;
    private ReviewingShop shop;
    private GitHistory history;

    @SuppressWarnings("NullAway.Init") // opened before each test
    ReviewedChangeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() {
        shop = ReviewingShop.open(folder);
        history = shop.history;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aReviewedChangePassesWithoutAnEscalation() {
        shop.propose(RED);
        assertThat(shop.verdict()).containsExactly("approvals-too-few");
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("PASSED");
        assertThat(shop.log())
                .contains("Approved by Jane Smith (reviewed at "
                        + history.id("HEAD").substring(0, 12) + ", as the pipeline says)")
                .noneMatch(line -> line.contains("NOT VERIFIED"));
    }

    @Test
    void aLoginIsTheApproversInAnyCaseAndUnderEachOfThem() {
        shop.propose(RED).reviewed("Jane-At-Home");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aLaterGreenPushPasses() {
        shop.propose(RED).reviewed("janes");
        history.write(GREEN, "# Longer guide\n")
                .write(DemoShop.YELLOW, "// more\n")
                .commit("Write more");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aRebasePasses() {
        shop.propose(RED).reviewed("janes");
        targetChanges(GREEN);
        history.checkout("main").branch("rebased");
        shop.propose(RED);
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aSquashPasses() {
        shop.propose(RED).reviewed("janes");
        targetChanges(GREEN);
        squash();
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void theMergeRefAfterAnUnrelatedCommitOnTheTargetPasses() {
        shop.propose(RED).reviewed("janes");
        targetChanges(GREEN);
        history.detach("main").merge("work");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aReviewOfTheMergeRefPasses() {
        shop.propose(RED);
        targetChanges(GREEN);
        history.detach("main").merge("work");
        shop.reviewed("janes");
        history.checkout("work");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void anotherEscalationPasses() {
        shop.propose(RED).reviewed("janes");
        history.write(CONTRACT, DemoShop.contract("RED") + DemoShop.escalation("Jane Smith"))
                .commit("Name who approved");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aContractLaidOutOtherwisePasses() {
        shop.propose(RED).reviewed("janes");
        history.write(CONTRACT, "# rotation\n" + DemoShop.contract("\"RED\"").replace("\n", "\r\n"))
                .commit("Lay it out");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aLaterRedPushIsStale() {
        shop.propose(RED).reviewed("janes");
        history.write(RED, "// rotated twice\n").commit("Rotate again");
        assertThat(shop.verdict()).containsExactly("approval-stale");
        assertThat(shop.problems()).containsExactly(differs(shop.lastReviewed(), RED));
    }

    @Test
    void anotherRedPathIsStale() {
        shop.propose(RED).reviewed("janes");
        history.write("src/auth/New.java", "// new\n").commit("Add one");
        assertThat(shop.problems()).containsExactly(differs(shop.lastReviewed(), "src/auth/New.java"));
    }

    /** Whoever reviewed both may have approved the one for the sake of the other. */
    @Test
    void aRedPathLessIsStale() {
        history.write("src/auth/New.java", "// new\n");
        shop.propose(RED).reviewed("janes");
        history.delete("src/auth/New.java").commit("Take one back");
        assertThat(shop.problems()).containsExactly(differs(shop.lastReviewed(), "src/auth/New.java"));
    }

    @Test
    void anotherModeIsStale() {
        shop.propose(RED).reviewed("janes");
        history.chmod(RED, true).commit("Make it executable");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    @Test
    void anEditedContractIsStale() {
        shop.propose(RED).reviewed("janes");
        history.write(CONTRACT, DemoShop.contract("RED").replace("30 days", "31 days"))
                .commit("Edit the contract");
        assertThat(shop.problems()).containsExactly(differs(shop.lastReviewed(), CONTRACT));
    }

    @Test
    void aContractMoreIsStale() {
        shop.propose(RED).reviewed("janes");
        String more = CONTRACT.replace("rotate", "more");
        history.write(more, DemoShop.contract("GREEN")).commit("Say more");
        assertThat(shop.problems()).containsExactly(differs(shop.lastReviewed(), more));
    }

    /** Else the one that was left out could answer for the same content again, once that had landed and been taken back. */
    @Test
    void aContractLessIsStale() {
        String more = CONTRACT.replace("rotate", "more");
        history.write(more, DemoShop.contract("RED"));
        shop.propose(RED).reviewed("janes");
        history.delete(more).commit("Say less");
        assertThat(shop.problems()).containsExactly(differs(shop.lastReviewed(), more));
    }

    @Test
    void aContractThatWasNotThereIsStale() {
        history.write(RED, "// rotated\n").commit("Rotate");
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("contract-missing");
        history.write(CONTRACT, DemoShop.contract("RED")).commit("Say why");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    private static String differs(String commit, String path) {
        return "the review of Jane Smith at " + commit.substring(0, 12) + " is for other content: head differs in "
                + path;
    }

    @Test
    void theTargetsOwnChangeOfTheRedPathIsStaleAndTheAuthorMergesFirst() {
        shop.propose(RED).reviewed("janes");
        targetChanges(RED);
        history.checkout("work");
        assertThat(shop.verdict()).containsExactly("approval-stale");
        assertThat(shop.problems())
                .containsExactly("the review of Jane Smith at "
                        + history.id("work").substring(0, 12) + " is for other content: the target has changed " + RED
                        + " since, and nobody has reviewed the merged content");
        assertThat(shop.remedies())
                .containsExactly("Bring the target's change in and push (no review counts before that):"
                        + " git merge refs/heads/main");

        history.write(RED, "// rotated\n").commit("Merge main", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));
        assertThat(shop.problems()).containsExactly(differs(shop.lastReviewed(), RED + " (on the target)"));
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void nobodyIsSentToReviewWhatTheTargetHasChanged() {
        shop.propose(RED);
        targetChanges(RED);
        history.checkout("work");
        assertThat(shop.verdict()).containsExactly("approvals-too-few");
        assertThat(shop.remedies()).singleElement().asString().startsWith("Bring the target's change in");
    }

    /** When it was reviewed, what had not landed was part of it; now it is on the target, and nobody has seen the rest by itself. */
    @Test
    void aReviewFromBeforeTheLowerBranchLandedIsStaleWhereThatTouchedTheSamePath() {
        history.write(RED, "// lower\n").commit("Lower");
        history.branch("upper");
        shop.propose(RED).reviewed("janes");
        history.detach("main").merge("work");
        history.ref("refs/heads/main", "HEAD").checkout("upper");
        assertThat(shop.problems())
                .containsExactly("the review of Jane Smith at "
                        + history.id("upper").substring(0, 12) + " is for other content: the target has changed " + RED
                        + " since, and nobody has reviewed the merged content");
        assertThat(shop.remedies()).singleElement().asString().startsWith("Bring the target's change in");

        history.merge("main");
        assertThat(shop.verdict()).containsExactly("approval-stale");
        assertThat(shop.remedies()).singleElement().asString().startsWith("Ask Jane Smith to review it again; ");
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    /** The entries are the same then, from the same merge base; what came of the lower branch is not what the reviewer took for granted. */
    @Test
    void aMergeThatLeftTheLowerBranchsWorkOutIsStale() {
        history.write(RED, "// lower\n").commit("Lower");
        history.branch("upper");
        shop.propose(RED).reviewed("janes");
        history.checkout("main")
                .commit("Merge work, and leave it out", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("work"));
        history.checkout("upper");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    @Test
    void aLoginThatTheChangeListsItselfIsNobodys() {
        history.write(".gatekeeper/policy.yaml", POLICY.replace("[omarh]", "[omarh, mallory]"));
        shop.propose(RED).reviewed("mallory");
        assertThat(shop.verdict()).containsExactly("approvals-too-few", "approvals-too-few");
    }

    @Test
    void aLoginThatNobodyHasIsANote() {
        shop.propose(RED).reviewed("mallory");
        assertThat(shop.verdict()).containsExactly("approvals-too-few");
        assertThat(shop.log())
                .contains("gatekeeper.reviews  the review by 'mallory' at "
                        + history.id("HEAD").substring(0, 12)
                        + " doesn't count: the policy gives the login to nobody; logins: [<what the forge calls them>]"
                        + " stands beside a name under approvers");
    }

    @Test
    void aBotsLoginIsNobodys() {
        shop.propose(RED).reviewed("janes[bot]", "copilot");
        assertThat(shop.verdict()).containsExactly("approvals-too-few");
        assertThat(shop.log()).anyMatch(line -> line.contains("the login is a bot's, and approvers are humans"));
    }

    @Test
    void onePersonTwiceIsOnePerson() {
        shop.propose(CARD).reviewed("janes", "jane-at-home", "JANES");
        assertThat(shop.problems())
                .containsExactly(
                        "rule payments (Payments or billing) asks for 2 reviewed approvals and has 1: " + CARD);
        assertThat(shop.remedies()).singleElement().asString().startsWith("Ask Omar Haddad; ");
        shop.reviewed("omarh");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aReviewerWhoCommittedTheRedPathMayNot() {
        history.write(RED, "// rotated\n").write(CONTRACT, DemoShop.contract("RED"));
        history.commit("Rotate", GitHistory.AUTHOR, "Somebody <7+janes@users.noreply.github.com>");
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("approver-not-allowed");
    }

    /** Whoever wrote it, at head, is an author: the commits of what was reviewed say nothing of that. */
    @Test
    void aReviewerWhoseWorkWasTakenOverMayNot() {
        shop.propose(RED).reviewed("janes");
        history.checkout("main").branch("taken");
        history.write(RED, "// rotated\n").write(CONTRACT, DemoShop.contract("RED"));
        history.commit("Rotate\n\nCo-authored-by: Jane <jane@acme.example>");
        assertThat(shop.verdict()).containsExactly("approver-not-allowed");
    }

    @Test
    void aReviewerWhoOpenedTheChangeMayNot() {
        shop.propose(RED).reviewed("janes").openedBy("janes");
        assertThat(shop.verdict()).containsExactly("approver-not-allowed");
    }

    @Test
    void aReviewOfTheTargetOrOfWhatHasLandedIsStale() {
        shop.propose(RED).reviewedAt(history.id("main"), "janes");
        assertThat(shop.verdict()).containsExactly("approval-stale");
        shop.reviewedAt(history.id("change"), "omarh");
        assertThat(shop.verdict()).containsExactly("approval-stale", "approval-stale");
    }

    @Test
    void aReviewOfAnotherBranchIsStale() {
        history.write(RED, "// something else\n")
                .write(CONTRACT, DemoShop.contract("RED"))
                .commit("Another");
        shop.reviewed("janes");
        history.checkout("main").branch("other");
        shop.propose(RED);
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    @Test
    void aReviewOfACommitThatIsNotThereIsANote() {
        shop.propose(RED).reviewedAt("1".repeat(40), "janes");
        assertThat(shop.verdict()).containsExactly("approvals-too-few");
        assertThat(shop.log())
                .anyMatch(line ->
                        line.startsWith("gatekeeper.reviews  the review by 'janes' at 111111111111 doesn't count: '")
                                && line.endsWith("lacks the object " + "1".repeat(40)
                                        + "; let the pipeline fetch its commit before it runs: git fetch origin "
                                        + "1".repeat(40)));
    }

    @Test
    void fiftyCommitsAreReadAndNoMore() {
        shop.propose(RED);
        for (int i = 0; i < 49; i++) {
            shop.reviewedAt("%040x".formatted(i), "janes");
            shop.reviewedAt("f%039x".formatted(i), "mallory");
        }
        shop.reviewed("omarh");
        String fiftieth = shop.lastReviewed();
        history.write(GREEN, "# Longer guide\n").commit("Write more");
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("PASSED");
        assertThat(Results.reached(shop.judge()).remarks())
                .anyMatch(remark -> remark.text()
                        .endsWith("reviews of 50 other commits are given before it, and of more none is read"));
        assertThat(shop.log())
                .contains(
                        "Approved by Omar Haddad (reviewed at " + fiftieth.substring(0, 12) + ", as the pipeline says)")
                .noneMatch(line -> line.startsWith("Approved by Jane"));
    }

    @Test
    void aReviewOfACommitWithSeveralMergeBasesIsANote() {
        history.write(GREEN, "# one\n").commit("One");
        history.branch("side");
        history.checkout("main").write("docs/two.md", "two\n").commit("Two");
        String two = history.id("HEAD");
        history.checkout("work").commit("Cross", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(two));
        shop.propose(RED).reviewed("janes");
        String crossed = history.id("HEAD");
        history.checkout("main").merge("side");
        history.checkout("main").branch("clean");
        shop.propose(RED);
        assertThat(shop.verdict()).containsExactly("approvals-too-few");
        assertThat(shop.log())
                .anyMatch(line -> line.contains(crossed.substring(0, 12)) && line.contains("have 2 merge bases"));
    }

    @Test
    void aReviewOfUnrelatedHistoryIsANote() {
        history.orphan("elsewhere");
        shop.propose(RED).reviewed("janes");
        history.checkout("work");
        shop.propose(RED);
        assertThat(shop.verdict()).containsExactly("approvals-too-few");
        assertThat(shop.log()).anyMatch(line -> line.contains("have no common history"));
    }

    @Test
    void aShallowCloneDecidesNothing() throws IOException {
        shop.propose(RED).reviewed("janes");
        Files.writeString(folder.resolve(".git/shallow"), history.id("HEAD") + "\n");
        assertThat(shop.verdict()).singleElement().asString().contains("is a shallow clone");
    }

    @Test
    void anOldReviewIsNotUsedAgainAfterARevert() {
        shop.propose(RED).reviewed("janes");
        land();
        revertOnTarget();
        history.checkout("main").branch("again");
        history.write(RED, "// rotated\n").commit("Rotate again");
        assertThat(shop.verdict()).containsExactly("contract-missing");
        history.write(
                        CONTRACT.replace("rotate", "again"),
                        DemoShop.contract("RED").replace("30 days", "31 days"))
                .commit("Say why");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    @Test
    void anOldReviewIsNotUsedFromAnOldBranch() {
        String before = history.id("main");
        shop.propose(RED).reviewed("janes");
        land();
        revertOnTarget();
        history.detach(before);
        shop.propose(RED);
        assertThat(shop.verdict()).contains("contract-missing").doesNotContain("PASSED");
    }

    @Test
    void aReviewOfALandedMergeIsOfNothing() {
        shop.propose(RED).reviewed("janes");
        history.detach("main").merge("work");
        history.ref("refs/heads/main", "HEAD");
        revertOnTarget();
        history.checkout("main").branch("again");
        history.write(RED, "// rotated\n")
                .write(
                        CONTRACT.replace("rotate", "again"),
                        DemoShop.contract("RED").replace("30 days", "31 days"))
                .commit("Rotate again");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    @Test
    void oneReviewAnswersForSeveralContracts() {
        history.write(CONTRACT.replace("rotate", "more"), DemoShop.contract("GREEN"));
        shop.propose(RED).reviewed("janes");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aRejectionBlocksAllTheSame() {
        history.write(RED, "// rotated\n")
                .write(
                        CONTRACT,
                        DemoShop.contract("RED") + DemoShop.escalation("Omar Haddad") + "  decision: rejected\n")
                .commit("Rotate");
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("escalation-rejected");
    }

    @Test
    void anInvariantsAnswerCountsWhereTheReviewDoes() {
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", withInvariant())
                .commit("Ask for an invariant");
        history.checkout("main").branch("answered");
        shop.propose(RED).reviewed("janes");
        assertThat(shop.verdict()).containsExactly("invariant-unchecked");
        String answers = CONTRACT.replace("rotate", "zz");
        history.write(answers, answer()).commit("Answer it elsewhere");
        assertThat(shop.verdict()).containsExactly("approval-stale");
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    private static String answer() {
        return DemoShop.contract("GREEN").replace("- INVARIANTS.md:", "- kept: read\n  - INVARIANTS.md:");
    }

    private static String withInvariant() {
        String rule = "paths: [\"**/auth/**\"]";
        return POLICY.replace(rule, rule + "\n    invariants: [kept]")
                + "invariants: {kept: Sessions stay revocable.}\n";
    }

    @Test
    void aNameIsNoReview() {
        history.write(RED, "// rotated\n")
                .write(CONTRACT, DemoShop.contract("RED") + DemoShop.escalation("Jane Smith"))
                .commit("Rotate");
        assertThat(shop.verdict()).containsExactly("approval-unsigned");
        shop.reviewed("omarh");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aReviewCountsWhereANameIsEnough() {
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", POLICY.replace("approval: reviewed\n", ""))
                .commit("Take names");
        history.checkout("main").branch("named");
        shop.propose(RED);
        assertThat(shop.verdict()).containsExactly("escalation-missing");
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void whereOnlyTheContractSaysRedAReviewHoldsNothing() {
        history.write(GREEN, "# Longer guide\n")
                .write(CONTRACT, DemoShop.contract("RED"))
                .commit("Ask all the same");
        shop.reviewed("janes");
        assertThat(shop.verdict()).containsExactly("escalation-missing");
        assertThat(shop.log())
                .anyMatch(line -> line.endsWith(
                        "no path of this change is RED, so that there is no content that it answers for"));
    }

    @Test
    void inAnAdvisoryRunNoneCounts() {
        shop.propose(RED).reviewed("janes");
        var outcome = Gatekeeper.judge(shop.request().trust(false, "a test").request());
        assertThat(Results.word(outcome)).isEqualTo("BLOCKED");
        assertThat(Results.lines(outcome))
                .anyMatch(line -> line.text().contains("doesn't count: this run is advisory"));
    }

    @Test
    void aStaleReviewOfSomebodyWhoMayNotAnswerIsNobodysTask() {
        history.write(RED, "// tried\n").commit("Try", "Jane <jane@acme.example>");
        shop.propose(RED);
        String tried = history.id("HEAD");
        history.write(RED, "// rotated twice\n").commit("Rotate again");
        shop.reviewedAt(tried, "janes");
        assertThat(shop.verdict()).containsExactly("approver-not-allowed");
        shop.reviewed("omarh");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    /** Commits are found by where they come from, whatever their dates say. */
    @Test
    void forgedDatesMoveNothing() {
        history.write(RED, "// lower\n").commit("Lower");
        history.branch("upper");
        history.at(4_000_000_000L);
        shop.propose(RED).reviewed("janes");
        history.detach("main").at(1_000L).merge("work");
        history.ref("refs/heads/main", "HEAD").checkout("upper");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    private void targetChanges(String path) {
        history.checkout("main").write(path, "changed on the target\n").commit("Go on");
    }

    private void squash() {
        history.checkout("main").branch("squashed");
        history.write(RED, "// rotated\n")
                .write(CONTRACT, DemoShop.contract("RED"))
                .commit("Rotate tokens (#42)");
    }

    private void land() {
        squash();
        history.ref("refs/heads/main", "squashed").checkout("main");
    }

    private void revertOnTarget() {
        history.checkout("main").write(RED, ORIGINAL).commit("Revert it");
    }
}
