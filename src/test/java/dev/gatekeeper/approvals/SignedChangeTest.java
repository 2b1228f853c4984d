package dev.gatekeeper.approvals;

import static dev.gatekeeper.approvals.SigningShop.CARD;
import static dev.gatekeeper.approvals.SigningShop.ID;
import static dev.gatekeeper.approvals.SigningShop.RED;
import static dev.gatekeeper.approvals.SigningShop.contract;
import static dev.gatekeeper.approvals.SigningShop.contractFile;
import static dev.gatekeeper.approvals.SigningShop.signatureFile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signed approval survives and what it dies of, over real histories. */
class SignedChangeTest {

    private static final String GREEN = DemoShop.GREEN;

    private final Path folder;
    private SigningShop shop;
    private GitHistory history;

    @SuppressWarnings("NullAway.Init") // opened before each test
    SignedChangeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws IOException {
        shop = SigningShop.open(folder);
        history = shop.history;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void anApprovedChangePasses() throws IOException {
        shop.propose(RED);
        assertThat(shop.verdict()).containsExactly("approval-unsigned");
        shop.sign("jane");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aLaterGreenPushPasses() throws IOException {
        shop.propose(RED).sign("jane");
        history.write(GREEN, "# Longer guide\n").commit("Write more");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aRebasePasses() throws IOException {
        byte[] signature = shop.propose(RED).sign("jane");
        targetChanges(GREEN);
        history.checkout("main").branch("rebased");
        shop.propose(RED);
        history.write(signatureFile(ID, "jane"), signature).commit("Approve it");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aSquashPasses() throws IOException {
        byte[] signature = shop.propose(RED).sign("jane");
        squash(signature);
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void theMergeRefAfterAnUnrelatedCommitOnTheTargetPasses() throws IOException {
        shop.propose(RED).sign("jane");
        targetChanges(GREEN);
        history.detach("main").merge("work");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aLaterRedPushIsStale() throws IOException {
        shop.propose(RED).sign("jane");
        String signed = history.id("HEAD");
        history.write(RED, "// rotated twice\n").commit("Rotate again");
        assertThat(shop.verdict()).containsExactly("approval-stale");
        assertThat(shop.problems()).containsExactly(changedSince(signed, RED));
    }

    @Test
    void anotherRedPathIsStale() throws IOException {
        shop.propose(RED).sign("jane");
        String signed = history.id("HEAD");
        history.write("src/auth/New.java", "// new\n").commit("Add one");
        assertThat(shop.problems()).containsExactly(changedSince(signed, "src/auth/New.java"));
    }

    @Test
    void anotherModeIsStale() throws IOException {
        shop.propose(RED).sign("jane");
        history.chmod(RED, true).commit("Make it executable");
        assertThat(shop.verdict()).containsExactly("approval-stale");
    }

    @Test
    void anEditedContractIsStale() throws IOException {
        shop.propose(RED).sign("jane");
        String signed = history.id("HEAD");
        history.write(contractFile(ID), contract("Jane Smith") + "# a remark\n").commit("Edit the contract");
        assertThat(shop.problems()).containsExactly(changedSince(signed, contractFile(ID)));
    }

    private static String changedSince(String commit, String path) {
        return "the signature of Jane Smith is for other content: it is good for this change as of commit "
                + commit.substring(0, 12) + ": " + path + " changed since";
    }

    @Test
    void theTargetsOwnChangeOfTheRedPathIsStale() throws IOException {
        shop.propose(RED).sign("jane");
        targetChanges(RED);
        history.checkout("work");
        assertThat(shop.verdict()).containsExactly("approval-stale");
        assertThat(shop.problems())
                .containsExactly("the signature of Jane Smith is for other content: the target has changed " + RED
                        + " since, and nobody has approved the merged content");
    }

    @Test
    void aKeyThatTheChangeListsItselfIsForged() throws IOException {
        history.write(".gatekeeper/policy.yaml", shop.policy("mallory"));
        shop.propose(RED).sign("mallory");
        assertThat(shop.verdict())
                .contains("approval-forged", "approval-unsigned")
                .doesNotContain("PASSED");
    }

    @Test
    void aKeyThatNobodyListsIsForged() throws IOException {
        shop.propose(RED).sign("mallory");
        assertThat(shop.verdict()).containsExactly("approval-unsigned", "approval-forged");
    }

    @Test
    void onePersonTwiceIsOnePerson() throws IOException {
        byte[] signature = shop.propose(CARD).sign("jane");
        history.write(signatureFile(ID, "jane-again"), signature).commit("Approve it again");
        assertThat(shop.verdict()).containsExactly("approvals-too-few");
        shop.sign("omar");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aSignerWhoCommittedTheRedPathMayNot() throws IOException {
        history.write(RED, "// rotated\n").write(contractFile(ID), contract("Jane Smith"));
        history.commit("Rotate", GitHistory.AUTHOR, "Somebody <jane@acme.example>");
        shop.sign("jane");
        assertThat(shop.verdict()).containsExactly("approver-not-allowed", "approver-not-allowed");
    }

    @Test
    void aSignatureForAnotherTargetIsStale() throws IOException {
        history.ref("refs/heads/release", "main");
        shop.propose(RED).sign("jane");
        assertThat(shop.verdict("refs/heads/release")).containsExactly("approval-stale");
    }

    @Test
    void withoutTheTargetsNameNothingCanBeSignedAndNothingIsDecided() throws IOException {
        shop.propose(RED);
        assertThat(shop.advisoryVerdict(history.id("main")))
                .containsExactly(
                        "target '' can't stand in a statement: it is no full name of a branch, such as 'refs/heads/main'");
    }

    /** There is no content that a signature could hold. */
    @Test
    void whereOnlyTheContractSaysRedANameIsEnough() throws IOException {
        history.write(GREEN, "# Longer guide\n")
                .write(contractFile(ID), DemoShop.contract("RED") + DemoShop.escalation("Jane Smith"))
                .commit("Ask all the same");
        assertThat(shop.verdict()).containsExactly("PASSED");
        assertThat(shop.advisoryVerdict(history.id("main"))).containsExactly("PASSED");

        history.write(contractFile(ID), DemoShop.contract("RED")).commit("Take the name away");
        assertThat(shop.verdict()).containsExactly("escalation-missing");
    }

    @Test
    void aShallowCloneDecidesNothing() throws IOException {
        shop.propose(RED).sign("jane");
        Files.writeString(shop.gitFolder().resolve("shallow"), history.id("HEAD") + "\n");
        assertThat(shop.verdict()).singleElement().asString().contains("is a shallow clone");
    }

    @Test
    void anOldApprovalIsNotUsedAgainAfterARevert() throws IOException {
        land(shop.propose(RED).sign("jane"));
        revertOnTarget();
        history.checkout("main").branch("again");
        history.write(RED, "// rotated\n").commit("Rotate again");
        assertThat(shop.verdict()).containsExactly("contract-missing", "escalation-missing");
        history.delete(contractFile(ID)).delete(signatureFile(ID, "jane")).commit("Make room");
        assertThat(shop.verdict()).contains("contract-altered", "contract-missing");
    }

    @Test
    void anOldApprovalIsNotUsedUnderANewId() throws IOException {
        byte[] signature = shop.propose(RED).sign("jane");
        land(signature);
        revertOnTarget();
        history.checkout("main").branch("again");
        history.write(RED, "// rotated\n")
                .write(contractFile("again"), contract("Jane Smith"))
                .write(signatureFile("again", "jane"), signature)
                .commit("Rotate again");
        assertThat(shop.verdict()).containsExactly("field-placeholder", "approval-stale");
    }

    @Test
    void anOldApprovalIsNotUsedFromAnOldBranch() throws IOException {
        String before = history.id("main");
        byte[] signature = shop.propose(RED).sign("jane");
        land(signature);
        revertOnTarget();
        history.detach(before);
        shop.propose(RED);
        history.write(signatureFile(ID, "jane"), signature).commit("Approve it");
        assertThat(shop.verdict()).containsExactly("contract-missing", "escalation-missing");
    }

    @Test
    void anApprovalIsNotUsedByASecondOpenChange() throws IOException {
        byte[] signature = shop.propose(RED).sign("jane");
        history.checkout("main").branch("second");
        shop.propose(RED);
        history.write(signatureFile(ID, "jane"), signature)
                .write(DemoShop.YELLOW, "// more\n")
                .commit("Approve it, and more");
        String second = history.id("HEAD");
        history.ref("refs/heads/main", "work").detach(second);
        assertThat(shop.verdict()).containsExactly("contract-missing");
    }

    @Test
    void anApprovalWhereTheTargetHasAnotherCountsForNothing() throws IOException {
        shop.propose(RED).sign("jane");
        history.checkout("main").write(signatureFile(ID, "jane"), "another\n").commit("Take its place");
        history.checkout("work");
        assertThat(shop.verdict()).contains("approval-unsigned").doesNotContain("PASSED");
    }

    @Test
    void otherFilesAmongTheApprovalsAreRed() throws IOException {
        shop.propose(RED).sign("jane");
        history.write(".gatekeeper/approvals/" + ID + "/README.md", "# Approved\n")
                .commit("Say so");
        assertThat(shop.verdict())
                .contains("approval-stale", "approvals-too-few")
                .doesNotContain("PASSED");
    }

    /** Each statement names every RED path, so that whoever signs one has seen them all. */
    @Test
    void oneSignedStatementOfSeveralAnswersForAll() throws IOException {
        shop.propose(RED);
        history.write(contractFile("second"), contract("Jane Smith")).commit("Answer twice");
        byte[] first = shop.signature("jane", shop.statement(ID));
        byte[] second = shop.signature("jane", shop.statement("second"));

        history.write(signatureFile(ID, "jane"), first)
                .write(signatureFile("second", "jane"), second)
                .commit("Approve both");
        assertThat(shop.verdict()).containsExactly("PASSED");

        history.delete(signatureFile(ID, "jane")).commit("Approve the second alone");
        assertThat(shop.verdict()).containsExactly("PASSED");

        history.write(signatureFile(ID, "jane"), second)
                .write(signatureFile("second", "jane"), first)
                .commit("Exchange them");
        assertThat(shop.verdict()).containsExactly("approval-stale", "approval-stale");
    }

    /** Otherwise an author would have the modest contract signed and say what is risky where nobody looks. */
    @Test
    void aSignedContractThatPlaysTheRiskDownAnswersForNothing() throws IOException {
        shop.propose(RED);
        history.write(contractFile("modest"), DemoShop.contract("GREEN")).commit("Answer twice");
        byte[] first = shop.signature("jane", shop.statement(ID));
        history.write(signatureFile("modest", "jane"), shop.signature("jane", shop.statement("modest")))
                .commit("Approve the modest one");
        assertThat(shop.verdict()).containsExactly("approval-unsigned");

        history.write(signatureFile(ID, "jane"), first).commit("Approve the other too");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    /** Whoever may not answer for the rule has nothing to say about its invariants either, and takes nobody's say away. */
    @Test
    void anInvariantIsAnsweredWhereSomebodyWhoMayHasSigned() throws IOException {
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", policyWithInvariant())
                .commit("Ask for an invariant");
        history.checkout("main").branch("both");
        history.write(RED, "// rotated\n")
                .write(contractFile(ID), contract("Jane Smith"))
                .write(
                        contractFile("zz"),
                        contract("Jane Smith").replace("- INVARIANTS.md:", "- kept: read\n  - INVARIANTS.md:"))
                .commit("Rotate", "Omar <omar@acme.example>");
        history.write(signatureFile("zz", "omar"), shop.signature("omar", shop.statement("zz")))
                .commit("Sign what he wrote", "Omar <omar@acme.example>");
        history.write(signatureFile(ID, "jane"), shop.signature("jane", shop.statement(ID)))
                .commit("Sign what answers nothing");
        assertThat(shop.verdict()).containsExactly("invariant-unchecked");
    }

    /** What it answers may have come after the signature, and the signer has not seen it. */
    @Test
    void aContractThatNobodySignedAnswersNoInvariantOfASignedRule() throws IOException {
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", policyWithInvariant())
                .commit("Ask for an invariant");
        history.checkout("main").branch("unsigned");
        history.write(RED, "// rotated\n")
                .write(
                        contractFile(ID),
                        contract("Jane Smith").replace("- INVARIANTS.md:", "- kept: read\n  - INVARIANTS.md:"))
                .commit("Answer it, unsigned");
        assertThat(shop.verdict()).containsExactly("approval-unsigned");

        history.checkout("main").branch("answered");
        shop.propose(RED).sign("jane");
        assertThat(shop.verdict()).containsExactly("invariant-unchecked");
        history.write(
                        contractFile("zz"),
                        DemoShop.contract("GREEN").replace("- INVARIANTS.md:", "- kept: trust me\n  - INVARIANTS.md:"))
                .commit("Answer it elsewhere");
        assertThat(shop.problems()).singleElement().asString().contains(" has no signed answer to 'kept' ");
        history.write(signatureFile("zz", "jane"), shop.signature("jane", shop.statement("zz")))
                .commit("Sign that too");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aSignatureThatNobodyAsksForLeavesTheOtherContractsTheirAnswers() throws IOException {
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", policyWithInvariant().replace("approval: signed\n", ""))
                .commit("Ask for an invariant");
        history.checkout("main").branch("named");
        history.write(RED, "// rotated\n")
                .write(contractFile(ID), DemoShop.contract("RED") + DemoShop.escalation("Jane Smith"))
                .write(
                        contractFile("zz"),
                        DemoShop.contract("GREEN").replace("- INVARIANTS.md:", "- kept: read\n  - INVARIANTS.md:"))
                .commit("Answer it elsewhere");
        history.write(signatureFile(ID, "jane"), shop.signature("jane", shop.statement(ID)))
                .commit("Sign one");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    /** The signature stands in place of a review there, which would have been of all contracts. */
    @Test
    void aContractThatNobodySignedAnswersNoInvariantOfAReviewedRule() throws IOException {
        history.checkout("main")
                .write(
                        ".gatekeeper/policy.yaml",
                        policyWithInvariant().replace("approval: signed", "approval: reviewed"))
                .commit("Ask for reviews");
        history.checkout("main").branch("reviewed");
        shop.propose(RED).sign("jane");
        history.write(
                        contractFile("zz"),
                        DemoShop.contract("GREEN").replace("- INVARIANTS.md:", "- kept: trust me\n  - INVARIANTS.md:"))
                .commit("Answer it elsewhere");
        assertThat(shop.verdict()).containsExactly("invariant-unchecked");
    }

    /** Somebody else's try, taken back again, must not stand for the one who keeps the old state in a merge. */
    @Test
    void whoKeepsTheOldStateInAMergeIsAnAuthor() throws IOException {
        history.write(RED, "// tried\n").commit("Try", "Bob <bob@acme.example>");
        history.write(RED, "package shop.auth;\n\nclass Token {}\n")
                .write(contractFile(ID), contract("Jane Smith"))
                .commit("Take it back", "Bob <bob@acme.example>");
        history.checkout("main").write(RED, "// fixed\n").commit("Fix", "Carol <carol@acme.example>");
        history.checkout("work");
        String jane = "Jane <jane@acme.example>";
        history.commit("Merge main", jane, jane, List.of("main"));
        shop.sign("jane");
        assertThat(shop.verdict()).containsOnly("approver-not-allowed");
    }

    /** Nothing is signed there, so nothing has to have a name. */
    @Test
    void aDeclaredRedOfANamedPolicyNeedsNoStatement() {
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", DemoShop.POLICY.replace("repository: acme/shop\n", ""))
                .commit("Take names");
        history.checkout("main").branch("declared");
        history.write(GREEN, "# Longer guide\n")
                .write(contractFile(ID), DemoShop.contract("RED") + DemoShop.escalation("Jane Smith"))
                .commit("Declare RED");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aSymbolicLinkIsNoSignature() throws IOException {
        byte[] signature = shop.propose(RED).sign("jane");
        history.write("docs/jane.txt", signature)
                .symlink(signatureFile(ID, "jane"), "../../../docs/jane.txt")
                .commit("Link it");
        assertThat(shop.verdict()).contains("approval-unsigned").doesNotContain("PASSED");
    }

    @Test
    void aHugeFileIsNoSignature() throws IOException {
        shop.propose(RED);
        history.write(signatureFile(ID, "jane"), new byte[16 * 1024 + 1]).commit("Approve it");
        assertThat(shop.verdict()).containsExactly("approval-unsigned", "approval-forged");
        assertThat(shop.problems())
                .contains("the signature counts for nothing: it is not a regular file of at most 16 KiB");
    }

    private String policyWithInvariant() {
        String rule = "paths: [\"**/auth/**\"]";
        return shop.policy("jane").replace(rule, rule + "\n    invariants: [kept]")
                + "invariants: {kept: Sessions stay revocable.}\n";
    }

    private void targetChanges(String path) {
        history.checkout("main").write(path, "changed on the target\n").commit("Go on");
    }

    private void squash(byte[] signature) {
        history.checkout("main").branch("squashed");
        history.write(RED, "// rotated\n")
                .write(contractFile(ID), contract("Jane Smith"))
                .write(signatureFile(ID, "jane"), signature)
                .commit("Rotate tokens (#42)");
    }

    private void land(byte[] signature) {
        squash(signature);
        history.ref("refs/heads/main", "squashed").checkout("main");
    }

    private void revertOnTarget() {
        history.checkout("main")
                .write(RED, "package shop.auth;\n\nclass Token {}\n")
                .commit("Revert it");
    }
}
