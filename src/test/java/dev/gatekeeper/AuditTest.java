package dev.gatekeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.audit.AuditedChange;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.MemoryFile;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.testing.SignedShop;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.verdict.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branches whose truth is known, since the test has made it. */
class AuditTest {

    private static final String ALEX = "Alex Author <alex@acme.example>";
    private static final String JANE = "Jane Smith <jane@acme.example>";
    private static final String FORGE = "Forge <noreply@forge.example>";
    private static final String APPROVED = DemoShop.contract("RED") + DemoShop.escalation(DemoShop.APPROVER);

    @TempDir
    Path folder;

    GitHistory history;
    String adopted;
    boolean joined;
    Optional<String> since = Optional.empty();
    Optional<String> accepted = Optional.empty();
    Requests request;

    @BeforeEach
    void openShop() {
        history = DemoShop.change(folder).checkout("main");
        adopted = history.id("main");
        request = Requests.of(folder).target("refs/heads/main");
    }

    @AfterEach
    void closeShop() {
        history.close();
    }

    @Test
    void aBranchWithNothingNewIsFine() {
        assertThat(changes()).isEmpty();
        assertThat(audit().since()).isEqualTo(adopted);
        assertThat(audit().sinceProven()).isFalse();
    }

    @Test
    void squashesAreAnsweredForAndAPushIsNot() {
        squash("c1", DemoShop.YELLOW, "YELLOW");
        squash("c2", DemoShop.GREEN, "GREEN");
        assertThat(classes()).containsExactly("answered", "answered");
        push(DemoShop.GREEN);
        assertThat(classes()).containsExactly("around", "answered", "answered");
        assertThat(newest().findings()).containsExactly(Code.CONTRACT_MISSING);
        assertThat(audit().fails()).isTrue();
    }

    @Test
    void aMergeIsAnsweredForByTheContractThatItBrings() {
        history.branch("topic").write(DemoShop.RED, "class Token { int id; }\n");
        history.commit("Rotate", ALEX);
        history.write(contract("c1"), APPROVED).commit("Answer for it", ALEX);
        history.checkout("main").merge("topic");
        assertThat(classes()).containsExactly("answered");
        assertThat(newest().level()).contains(Level.RED);
        assertThat(newest().approvals())
                .singleElement()
                .satisfies(approval -> assertThat(approval.approver()).isEqualTo("Jane Smith"));
    }

    @Test
    void anAdministratorsMergeOfABlockedChangeWentAround() {
        history.branch("topic").write(DemoShop.RED, "class Token { int id; }\n");
        history.write(contract("c1"), DemoShop.contract("GREEN")).commit("Rotate", ALEX);
        history.checkout("main").merge("topic");
        assertThat(classes()).containsExactly("around");
        assertThat(newest().findings()).containsExactly(Code.RISK_UNDERSTATED, Code.ESCALATION_MISSING);
    }

    /** Jane merges it herself; she wrote a part of it. */
    @Test
    void whoWroteAPartOfAMergeDoesNotAnswerForIt() {
        history.branch("topic").write(DemoShop.RED, "class Token { int id; }\n");
        history.write(contract("c1"), APPROVED).commit("Rotate", JANE);
        history.checkout("main").merge("topic");
        assertThat(classes()).containsExactly("around");
        assertThat(newest().findings()).containsExactly(Code.APPROVER_NOT_ALLOWED);
    }

    @Test
    void aBranchThatTookTheTargetAsItsSecondParentIsOneChange() {
        history.branch("topic").write(DemoShop.RED, "class Token { int id; }\n");
        history.write(contract("c1"), APPROVED).commit("Rotate", ALEX);
        history.checkout("main");
        squash("c2", DemoShop.YELLOW, "YELLOW");
        history.checkout("topic").merge("main");
        history.checkout("main").merge("topic");
        assertThat(classes()).containsExactly("answered", "answered");
    }

    @Test
    void aBranchThatWasTurnedRoundHasAnotherFirstParent() {
        history.branch("topic").write(DemoShop.YELLOW, "class Cart { int id; }\n");
        history.write(contract("c1"), DemoShop.contract("YELLOW")).commit("Change", ALEX);
        history.checkout("main");
        squash("c2", DemoShop.GREEN, "GREEN");
        String landed = history.id("main");
        history.checkout("topic").merge("main");
        history.ref("refs/heads/main", "topic");
        since = Optional.of(landed);
        assertThat(undecided())
                .isEqualTo("gatekeeper.since is " + landed + ", which is no first parent of 'refs/heads/main' at "
                        + history.id("main")
                        + ": the branch was turned round, by a merge that took it as its second parent");
    }

    @Test
    void aBranchThatWasRewrittenHasAnotherHistory() {
        squash("c1", DemoShop.GREEN, "GREEN");
        since = Optional.of(history.id("main"));
        history.ref("refs/heads/main", adopted).checkout("main");
        push(DemoShop.GREEN);
        assertThat(undecided()).endsWith(": the branch was rewritten, or it is another branch's");
    }

    @Test
    void aRebaseMergeIsJoined() {
        history.write(DemoShop.YELLOW, "class Cart { int a; }\n").commit("One", ALEX);
        history.write(contract("c1"), DemoShop.contract("YELLOW")).commit("Two", ALEX);
        assertThat(classes()).containsExactly("joined");
        assertThat(newest().step().commits()).hasSize(2);
        joined = true;
        assertThat(classes()).containsExactly("answered");
    }

    @Test
    void aRebaseMergeCanBringItsContractFirst() {
        history.write(contract("c1"), DemoShop.contract("GREEN")).commit("Answer for it", ALEX);
        history.write(DemoShop.YELLOW, "class Cart { int a; }\n").commit("Work", ALEX);
        history.write(contract("c1"), DemoShop.contract("YELLOW")).commit("Say so", ALEX);
        joined = true;
        assertThat(classes()).containsExactly("answered");
        push(DemoShop.GREEN);
        assertThat(classes()).containsExactly("around", "answered");
    }

    /** A push that is taken back before anybody looks has a level all the same. */
    @Test
    void whatWasPushedAndTakenBackHasItsLevel() {
        history.write(DemoShop.RED, "class Token { String backdoor; }\n").commit("Quietly", ALEX);
        history.write(DemoShop.RED, "package shop.auth;\n\nclass Token {}\n").commit("Take it back", ALEX);
        squash("c1", DemoShop.GREEN, "GREEN");
        joined = true;
        assertThat(classes()).containsExactly("answered");
        assertThat(newest().level()).contains(Level.RED);
        assertThat(newest().step().commits()).hasSize(3);
    }

    /** What alone reworks the contract of its own step isn't RED for it. */
    @Test
    void aReworkedContractIsNoRisk() {
        history.write(contract("c1"), "whatChanged: later\n").write(DemoShop.GREEN, "# One\n");
        history.commit("Begin", ALEX);
        history.write(contract("c1"), DemoShop.contract("GREEN")).commit("Answer for it", ALEX);
        joined = true;
        assertThat(classes()).containsExactly("answered");
        assertThat(newest().level()).contains(Level.GREEN);
    }

    @Test
    void deletingAContractExtendsNothing() {
        squash("c1", DemoShop.GREEN, "GREEN");
        history.delete(contract("c1")).commit("Tidy up", ALEX);
        squash("c2", DemoShop.GREEN, "GREEN");
        assertThat(classes()).containsExactly("around", "answered");
        assertThat(newest().findings())
                .containsExactly(Code.CONTRACT_ALTERED, Code.RISK_UNDERSTATED, Code.ESCALATION_MISSING);
    }

    @Test
    void lineEndsExtendNothing() {
        squash("c1", DemoShop.GREEN, "GREEN");
        history.write(contract("c1"), text("c1", "GREEN").replace("\n", "\r\n"));
        history.commit("Other line ends", ALEX);
        squash("c2", DemoShop.GREEN, "GREEN");
        assertThat(classes()).containsExactly("joined", "answered");
    }

    /** What goes into the ledger is no deletion, and its id never answers again. */
    @Test
    void anArchivedContractStaysOne() {
        squash("c1", DemoShop.GREEN, "GREEN");
        String line = "c1 sha256:" + Digests.sha256(text("c1", "GREEN").getBytes(UTF_8)) + "\n";
        String file =
                ".gatekeeper/landed/" + Digests.sha256("c1".getBytes(UTF_8)).substring(0, 2);
        history.delete(contract("c1")).write(file, line);
        squash("c2", DemoShop.GREEN, "GREEN");
        assertThat(classes()).containsExactly("answered", "answered");
        assertThat(newest().level()).contains(Level.GREEN);
        squash("c1", DemoShop.GREEN, "GREEN");
        assertThat(classes()).containsExactly("around", "answered", "answered");
    }

    @Test
    void aMergeIsNeverJoined() {
        push(DemoShop.GREEN);
        history.branch("topic").write(DemoShop.YELLOW, "class Cart { int id; }\n");
        history.write(contract("c1"), DemoShop.contract("YELLOW")).commit("Change", ALEX);
        history.checkout("main").merge("topic");
        assertThat(classes()).containsExactly("answered", "around");
    }

    @Test
    void anInvalidPolicyLeavesUndecidedWhatItWouldJudge() {
        history.write(".gatekeeper/policy.yaml", "version: 1\n").write(contract("p1"), APPROVED);
        history.commit("Break it", ALEX);
        squash("c1", DemoShop.GREEN, "GREEN");
        history.write(".gatekeeper/policy.yaml", DemoShop.POLICY)
                .write(contract("p2"), APPROVED.replace("Tokens", "Rules"));
        history.commit("Mend it", ALEX);
        squash("c2", DemoShop.GREEN, "GREEN");
        assertThat(classes()).containsExactly("answered", "undecidable", "undecidable", "around");
        assertThat(newest(1).reason().orElseThrow().problem())
                .startsWith(".gatekeeper/policy.yaml of the target "
                        + newest(1).step().base() + " can't be used: ");
    }

    @Test
    void aTargetThatHasLostItsPolicyDecidesNothing() {
        history.delete(".gatekeeper/policy.yaml").write(contract("p1"), APPROVED);
        history.commit("Leave", ALEX);
        squash("c1", DemoShop.GREEN, "GREEN");
        assertThat(classes().get(1)).isEqualTo("around");
        assertThat(audit().since()).isEqualTo(adopted);
    }

    @Test
    void eachChangeIsJudgedByThePolicyOfItsDay() {
        squash("c1", DemoShop.YELLOW, "YELLOW");
        history.write(
                        ".gatekeeper/policy.yaml",
                        DemoShop.POLICY.replace("\"**/auth/**\"", "\"**/auth/**\", \"Cart.java\""))
                .write(contract("p1"), APPROVED);
        history.commit("Guard the cart", ALEX);
        squash("c2", DemoShop.YELLOW, "YELLOW");
        assertThat(classes()).containsExactly("around", "answered", "answered");
    }

    @Test
    void aRollOutLetsThroughWhileItLasts() {
        rollOutUntil("2026-03-31");
        history.at(Instant.parse("2026-03-01T00:00:00Z").getEpochSecond());
        push(DemoShop.YELLOW);
        assertThat(classes()).startsWith("let_through");
        history.at(Instant.parse("2026-04-01T00:00:00Z").getEpochSecond());
        squash("c1", DemoShop.YELLOW, "YELLOW");
        // Its date says March, and what it came after says April.
        history.at(Instant.parse("2026-03-02T00:00:00Z").getEpochSecond());
        push(DemoShop.YELLOW);
        joined = true;
        assertThat(classes().get(0)).isEqualTo("around");
        assertThat(newest().day()).hasToString("2026-04-01");
    }

    /** Whoever dates a commit into the future makes no later one older or younger. */
    @Test
    void whatIsDatedAfterTodayIsOfNoAge() {
        rollOutUntil("2026-03-31");
        history.at(Instant.parse("2031-01-01T00:00:00Z").getEpochSecond());
        squash("c1", DemoShop.YELLOW, "YELLOW");
        history.at(Instant.parse("2026-03-01T00:00:00Z").getEpochSecond());
        push(DemoShop.YELLOW);
        assertThat(classes()).startsWith("let_through", "answered");
    }

    @Test
    void anEmptyCommitIsAnsweredFor() {
        history.commit("Trigger the build", ALEX);
        assertThat(classes()).containsExactly("answered");
    }

    @Test
    void severalContractsAreListed() {
        history.write(DemoShop.YELLOW, "class Cart { int a; }\n")
                .write(contract("c1"), DemoShop.contract("YELLOW"))
                .write(contract("c2"), DemoShop.contract("GREEN").replace("Tokens", "Carts"));
        history.commit("Release", ALEX);
        assertThat(classes()).containsExactly("answered");
        assertThat(newest().contracts()).containsExactly(contract("c1"), contract("c2"));
    }

    @Test
    void anotherBranchIsAuditedByItself() {
        history.branch("release");
        squash("r1", DemoShop.GREEN, "GREEN");
        history.checkout("main");
        push(DemoShop.GREEN);
        request.target("refs/heads/release");
        assertThat(classes()).containsExactly("answered");
    }

    @Test
    void whoCommittedWhatTheyApprovedIsNamed() {
        history.write(DemoShop.RED, "class Token { int id; }\n").write(contract("c1"), APPROVED);
        history.commit("Rotate\n\nCo-authored-by: " + JANE, ALEX, JANE);
        assertThat(classes()).containsExactly("answered");
        assertThat(newest().committedByApprover()).isTrue();
    }

    @Test
    void whatIsAcceptedIsListedAsThat() {
        push(DemoShop.GREEN);
        accept(history.id("main"));
        assertThat(classes()).containsExactly("accepted");
        assertThat(audit().fails()).isFalse();
        squash("c1", DemoShop.GREEN, "GREEN");
        assertThat(classes()).containsExactly("joined");
        accept(history.id("main"));
        assertThat(classes()).containsExactly("joined");
        assertThat(audit().unused()).hasSize(1);
    }

    @Test
    void aReleaseToolIsAcceptedForItsOwnFiles() {
        history.write("pom.xml", "<project/>\n").commit("[release] 1.0", FORGE);
        accepted = Optional.of("""
                - subject: "[release] *"
                  committer: Forge <noreply@forge.example>
                  paths: [/pom.xml]
                """);
        assertThat(classes()).containsExactly("accepted");
        history.ref("refs/heads/main", adopted).checkout("main");
        history.write("pom.xml", "<project/>\n")
                .write(DemoShop.YELLOW, "// more\n")
                .commit("[release] 1.1", FORGE);
        assertThat(classes()).containsExactly("around");
        history.ref("refs/heads/main", adopted).checkout("main");
        history.write("pom.xml", "<project/>\n").commit("[release] 1.1", ALEX);
        assertThat(classes()).containsExactly("around");
    }

    @Test
    void aToolIsNeverAcceptedForWhatIsRedOrGatekeepersOwn() {
        accepted = Optional.of("- {subject: '*', committer: Forge, paths: ['*']}\n");
        history.write(DemoShop.RED, "// x\n").commit("x", FORGE);
        assertThat(classes()).containsExactly("around");
        history.ref("refs/heads/main", adopted).checkout("main");
        history.write(".gatekeeper/notes.txt", "x\n").commit("x", FORGE);
        assertThat(classes()).containsExactly("around");
    }

    @Test
    void aReviewMayBeAllThatIsMissing() {
        history.write(
                        ".gatekeeper/policy.yaml",
                        DemoShop.POLICY.replace(
                                        "approvers: [security]", "approvers: [security]\n    approval: reviewed")
                                + "      logins: [janes]\n")
                .write(contract("p1"), APPROVED);
        history.commit("Ask for reviews", ALEX);
        history.write(DemoShop.RED, "class Token { int id; }\n").write(contract("c1"), DemoShop.contract("RED"));
        String landed = history.commit("Rotate", ALEX);
        assertThat(classes()).containsExactly("reviewed", "answered");
        assertThat(audit().fails()).isTrue();
        request.reviews(List.of("janes@" + landed));
        assertThat(classes()).containsExactly("answered", "answered");
        assertThat(newest().approvals()).singleElement().hasFieldOrPropertyWithValue("approver", "Jane Smith");
        request.reviews(List.of("janes@" + adopted, "mallory@" + landed));
        assertThat(classes()).containsExactly("reviewed", "answered");
    }

    @Test
    void aSignatureOutlivesItsKey() {
        history.close();
        history = SignedShop.change(folder.resolve("signed").toFile()).checkout("main");
        request = Requests.of(folder.resolve("signed")).target("refs/heads/main");
        history.write(DemoShop.RED, SignedShop.ROTATED)
                .write(DemoShop.CONTRACT, SignedShop.CONTRACT)
                .write(".gatekeeper/approvals/change/jane.sig", SignedShop.SIGNATURE);
        history.commit("Rotate tokens\n\nCo-authored-by: " + JANE, ALEX, FORGE);
        since = Optional.of(history.id("change"));
        assertThat(classes()).containsExactly("answered");
        assertThat(newest().approvals().get(0).proof()).hasToString("SIGNED");
    }

    /** The key has run out long before the audit; what counts is whether it was good when the change entered. */
    @ParameterizedTest
    @CsvSource({"2026-01-31T23:59:59Z, answered", "2026-02-01T00:00:00Z, around"})
    void aSignatureIsHeldAgainstTheKeysOfItsDay(Instant entered, String kind) {
        history.close();
        history = SignedShop.change(folder.resolve("signed").toFile()).checkout("main");
        request = Requests.of(folder.resolve("signed")).target("refs/heads/main");
        String dated = "{key: \"" + SignedShop.KEY + "\", validBefore: 2026-02-01}";
        since = Optional.of(history.at(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond())
                .write(".gatekeeper/policy.yaml", DemoShop.POLICY + "      keys: [" + dated + "]\napproval: signed\n")
                .commit("Give the key a last day"));
        history.at(entered.getEpochSecond())
                .write(DemoShop.RED, SignedShop.ROTATED)
                .write(DemoShop.CONTRACT, SignedShop.CONTRACT)
                .write(SignedShop.FILE, SignedShop.SIGNATURE)
                .commit("Rotate tokens", ALEX);
        assertThat(classes()).containsExactly(kind);
    }

    @Test
    void theFirstReleasesFormsAreNoted() {
        history.write(DemoShop.GREEN, "# One\n")
                .write(contract("c1"), DemoShop.contract("GREEN").replace("days.", "days, see PR #42"))
                .commit("One", ALEX);
        history.write(DemoShop.GREEN, "# Two\n")
                .write(contract("c2"), DemoShop.contract("GREEN").replace("412 tests, 0 failures", "not run yet"))
                .commit("Two", ALEX);
        history.write(DemoShop.GREEN, "# Three\n")
                .write(contract("c3"), DemoShop.contract("GREEN").replace("412 tests, 0 failures", "TBD"))
                .commit("Three", ALEX);
        history.write(DemoShop.YELLOW, "// 4\n")
                .write(contract("c4"), DemoShop.contract("YELLOW"))
                .commit("Four", ALEX);
        history.write(DemoShop.YELLOW, "// 5\n")
                .write(contract("c5"), DemoShop.contract("YELLOW"))
                .commit("Five", ALEX);
        assertThat(classes()).containsExactly("answered", "answered", "around", "answered", "answered");
        assertThat(changes().stream().flatMap(change -> change.notes().stream()))
                .extracting(note -> note.text())
                .anyMatch(text -> text.contains("word for word"))
                .anyMatch(text -> text.contains("'not run yet'"))
                .anyMatch(text -> text.contains("comment"));
    }

    @Test
    void aPatternThatIsRefusedSinceIsNoted() {
        String policy = DemoShop.POLICY.replace("\"**/auth/**\"", "\"**/auth/**\", \"src/{a,b}/**\"");
        history.write(".gatekeeper/policy.yaml", policy).write(contract("p1"), APPROVED);
        history.commit("Guard more", ALEX);
        squash("c1", DemoShop.GREEN, "GREEN");
        assertThat(classes()).containsExactly("answered", "answered");
        assertThat(newest().notes()).extracting(note -> note.text()).anyMatch(text -> text.contains("src/{a,b}/**"));
    }

    @Test
    void aCommitOrTreeThatIsGoneLeavesItsStepUndecided() throws Exception {
        squash("c1", DemoShop.GREEN, "GREEN");
        squash("c2", DemoShop.RED, "RED");
        String lost = tree(history.id("main"));
        squash("c3", DemoShop.GREEN, "GREEN");
        squash("c4", DemoShop.GREEN, "GREEN");
        Files.delete(folder.resolve(".git/objects/" + lost.substring(0, 2) + "/" + lost.substring(2)));
        since = Optional.of(adopted);
        assertThat(classes()).containsExactly("answered", "undecidable", "undecidable", "answered");
        assertThat(newest(1).reason().orElseThrow().problem()).contains("lacks the object " + lost);
        assertThat(newest(1).reason().orElseThrow().code()).contains(UndecidedCode.OBJECT_MISSING);
    }

    @Test
    void aCommitThatIsGoneEndsTheWalk() throws Exception {
        squash("c1", DemoShop.GREEN, "GREEN");
        String lost = history.id("main");
        squash("c2", DemoShop.GREEN, "GREEN");
        Files.delete(folder.resolve(".git/objects/" + lost.substring(0, 2) + "/" + lost.substring(2)));
        assertThat(undecided()).contains("lacks the object " + lost);
    }

    /** Nobody can tell who else made it; what entered before and after it can be told. */
    @Test
    void aCommitOfABranchThatIsGoneLeavesItsMergeUndecided() throws Exception {
        squash("c1", DemoShop.GREEN, "GREEN");
        history.branch("topic").write(DemoShop.RED, "class Token { int id; }\n");
        String lost = history.commit("Rotate", JANE);
        history.write(contract("c2"), APPROVED).commit("Answer for it", ALEX);
        history.checkout("main").merge("topic");
        squash("c3", DemoShop.GREEN, "GREEN");
        Files.delete(folder.resolve(".git/objects/" + lost.substring(0, 2) + "/" + lost.substring(2)));
        assertThat(classes()).containsExactly("answered", "undecidable", "answered");
        assertThat(newest(1).reason().orElseThrow().problem()).contains("lacks the object " + lost);
        assertThat(newest(1).reason().orElseThrow().code()).contains(UndecidedCode.OBJECT_MISSING);
    }

    @Test
    void whatIsGoneFromBeforeAllStepsIsOfNoMatter() throws Exception {
        String before = history.id("main");
        squash("c1", DemoShop.GREEN, "GREEN");
        since = Optional.of(history.id("main"));
        squash("c2", DemoShop.GREEN, "GREEN");
        Files.delete(folder.resolve(".git/objects/" + before.substring(0, 2) + "/" + before.substring(2)));
        assertThat(classes()).containsExactly("answered");
    }

    @Test
    void aShallowCloneIsRefused() throws Exception {
        squash("c1", DemoShop.GREEN, "GREEN");
        Files.writeString(folder.resolve(".git/shallow"), history.id("main") + "\n");
        assertThat(undecided()).contains("is a shallow clone");
    }

    @Test
    void withoutAnyPolicyTheBeginningMustBeGiven() {
        history.close();
        history = GitHistory.init(folder.resolve("plain")).write("a.txt", "a\n");
        String first = history.commit("One");
        history.write("a.txt", "b\n").commit("Two");
        request = Requests.of(folder.resolve("plain")).target("refs/heads/main");
        assertThat(undecided()).startsWith("No first parent of 'refs/heads/main' holds .gatekeeper/policy.yaml");
        since = Optional.of(first);
        assertThat(classes()).containsExactly("around");
    }

    @Test
    void anEmptyRepositoryHasNothingToAudit() {
        history.close();
        history = GitHistory.init(folder.resolve("empty"));
        request = Requests.of(folder.resolve("empty")).target("refs/heads/main");
        assertThat(undecided()).startsWith("Target 'refs/heads/main' is no ref of");
    }

    @Test
    void historiesOfSeveralRootsAreAudited() {
        history.orphan("other").write(DemoShop.GREEN, "# Other\n").commit("Another root", ALEX);
        history.write(contract("c1"), DemoShop.contract("GREEN")).commit("Answer for it", ALEX);
        history.checkout("main")
                .write(contract("c1"), DemoShop.contract("GREEN"))
                .write(DemoShop.GREEN, "# Other\n")
                .commit("Join them", ALEX, ALEX, List.of("other"));
        assertThat(classes()).containsExactly("answered");
    }

    @Test
    void aBranchThatIsBehindItsRemotesIsRefused() {
        squash("c1", DemoShop.GREEN, "GREEN");
        history.ref("refs/remotes/origin/main", "main").ref("refs/heads/main", adopted);
        assertThat(undecided())
                .isEqualTo("Target 'refs/heads/main' is out of date: it lacks commits of"
                        + " 'refs/remotes/origin/main'.");
        request.target("refs/remotes/origin/main");
        assertThat(classes()).containsExactly("answered");
    }

    @Test
    void whatTheOrganisationHasWrongIsNoChangesFault() {
        push(DemoShop.GREEN);
        request.orgPolicy(new MemoryFile("organisation.yaml", "rules: {}\n"));
        assertThat(undecided()).startsWith("the organisation's policy organisation.yaml can't be used: ");
    }

    @Test
    void theOrganisationsPolicyJudgesToo() {
        squash("c1", DemoShop.GREEN, "GREEN");
        request.orgPolicy(
                new MemoryFile("organisation.yaml", "version: 1\nrules: [{id: all, level: RED, paths: [/docs/]}]\n"));
        assertThat(classes()).containsExactly("around");
    }

    @Test
    void sinceMustBeACommitOfTheRepository() {
        since = Optional.of("1".repeat(40));
        assertThat(undecided()).startsWith("gatekeeper.since, " + "1".repeat(40) + ", is not in ");
    }

    @Test
    void whatCannotBeAcceptedIsSaidWithItsPlace() {
        accepted = Optional.of("""
                - commit: abc
                  reason: TBD
                  who: Jane
                - {subject: x, committer: y}
                """);
        assertThat(undecided())
                .isEqualTo(
                        "the accepted commits in accepted.yaml can't be used: 1:11  commit is 'abc'; it must be a full commit id,"
                                + " 40 lower-case hex digits; 2:11  reason is 'TBD', which only holds the place of an answer;"
                                + " 4:3  the entry lacks the key 'paths'");
    }

    private void rollOutUntil(String day) {
        history.write(".gatekeeper/policy.yaml", DemoShop.POLICY + "warnUntil: " + day + "\n")
                .write(contract("p1"), APPROVED);
        history.commit("Roll it out", ALEX);
    }

    private void squash(String id, String path, String level) {
        history.write(path, "// " + id + "\n")
                .write(contract(id), text(id, level))
                .commit("Change " + id, ALEX, FORGE);
    }

    private static String text(String id, String level) {
        return DemoShop.contract(level).replace("Tokens", "In " + id + " tokens")
                + (level.equals("RED") ? DemoShop.escalation(DemoShop.APPROVER) : "");
    }

    private void push(String path) {
        history.write(path, "// pushed on top of " + history.id("main") + "\n").commit("Push", ALEX);
    }

    private void accept(String commit) {
        accepted = Optional.of("- {commit: " + commit + ", reason: A hot fix at night, who: Omar Haddad}\n");
    }

    private String tree(String commit) {
        try (var repository = dev.gatekeeper.git.GitRepository.open(folder)) {
            return repository.snapshot(commit).tree();
        }
    }

    private static String contract(String id) {
        return ".gatekeeper/contracts/" + id + ".yaml";
    }

    private Outcome<Audit> outcome() {
        List<Integer> done = new ArrayList<>();
        return Gatekeeper.audit(
                new AuditRequest(
                        request.request(), since, joined, accepted.map(text -> new MemoryFile("accepted.yaml", text))),
                (change, judged, number, of) -> done.add(number));
    }

    private Audit audit() {
        return Results.reached(outcome());
    }

    private String undecided() {
        return Results.undecided(outcome()).problem();
    }

    private List<AuditedChange> changes() {
        return audit().changes();
    }

    private AuditedChange newest() {
        return newest(0);
    }

    private AuditedChange newest(int number) {
        return changes().get(number);
    }

    private List<String> classes() {
        return changes().stream().map(change -> change.kind().id()).toList();
    }
}
