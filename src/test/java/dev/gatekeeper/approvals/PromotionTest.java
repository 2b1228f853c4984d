package dev.gatekeeper.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.JudgedContract;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Remark;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two branches that are both gated. In {@code develop} Jane and Alice have each approved what the other wrote; seen from {@code main} both
 * are authors of it.
 */
class PromotionTest {

    private static final String ALICE = "Alice Adams <alice@acme.example>";
    private static final String JANE = "Jane Smith <jane@acme.example>";
    private static final String PEOPLE = DemoShop.POLICY.replace("    - name: Jane Smith\n", """
                - name: Alice Adams
                  email: alice@acme.example
                - name: Omar Haddad
                  email: omar@acme.example
                - name: Jane Smith
            """);

    @TempDir
    Path temp;

    SigningShop shop;
    GitHistory history;

    @BeforeEach
    void open() throws IOException {
        shop = SigningShop.open(temp);
        history = shop.history;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void oneContractAnswersForAllThatHasLanded() {
        develop(PEOPLE);
        assertThat(judged("main", "develop").findings()).isNotEmpty();

        release(DemoShop.escalation("Omar Haddad"));

        Judgement promotion = judged("main", "develop");
        assertThat(promotion.findings()).isEmpty();
        assertThat(promotion.approvals()).extracting(Approval::approver).containsExactly("Omar Haddad");
        assertThat(promotion.remarks())
                .extracting(Remark::text)
                .anyMatch(text -> text.startsWith("the approver 'Jane Smith' is an author of " + DemoShop.RED))
                .anyMatch(text -> text.startsWith("the approver 'Alice Adams' is an author of " + DemoShop.RED));
    }

    @Test
    void oneRejectionBlocksAllTheSame() {
        develop(PEOPLE);
        release(DemoShop.escalation("Omar Haddad") + "  decision: rejected\n");
        assertThat(judged("main", "develop").findings()).isNotEmpty();
    }

    @Test
    void oneSignatureAnswersForAllWhereSignaturesAreAskedFor() throws IOException {
        develop(shop.policy("jane"));
        release("escalation:\n  approver: Omar Haddad\n");
        history.branch("work");
        byte[] signature = shop.signature("omar", shop.statement("release-7"));
        history.write(SigningShop.signatureFile("release-7", "omar"), signature).commit("Approve the release");

        Judgement promotion = judged("main", "work");
        assertThat(promotion.findings()).isEmpty();
        assertThat(promotion.remarks())
                .extracting(Remark::text)
                .filteredOn(text -> text.startsWith("nobody has signed this contract"))
                .hasSize(2);
    }

    /** What {@code main} has for itself is a fix, with its own contract, which comes along. */
    @Test
    void theWayBackAsksForNothingThatIsAnsweredForAlready() {
        develop(PEOPLE);
        release(DemoShop.escalation("Omar Haddad"));
        history.checkout("main").merge("develop");
        assertThat(judged("develop", "main").findings()).isEmpty();

        history.branch("fix").write("src/main/java/shop/auth/Login.java", "// fixed\n");
        history.write(
                        contract("fix"),
                        DemoShop.contract("RED").replace("Tokens rotate", "Logins are logged")
                                + DemoShop.escalation("Jane Smith"))
                .commit("Fix logging in", ALICE);
        history.checkout("main").merge("fix");
        history.checkout("develop").write("docs/guide.md", "Go on\n").commit("Go on");
        history.branch("back").merge("main");
        Judgement back = judged("develop", "back");
        assertThat(back.findings()).isEmpty();
        assertThat(back.contracts()).extracting(JudgedContract::path).containsExactly(contract("fix"));
        assertThat(back.approvals()).extracting(Approval::approver).containsExactly("Jane Smith");

        // And again to main, where nothing of that is asked for once more.
        history.checkout("develop").merge("back");
        history.write(contract("release-8"), DemoShop.contract("GREEN")).commit("Release");
        assertThat(judged("main", "develop").findings()).isEmpty();
    }

    /** Alice writes and Jane approves, then the other way round, each in a change of its own. */
    private void develop(String policy) {
        history.checkout("main").write(".gatekeeper/policy.yaml", policy).commit("List people");
        history.branch("develop");
        land("one", ALICE, "Jane Smith", "// one\n");
        land("two", JANE, "Alice Adams", "// one\n// two\n");
    }

    private void land(String id, String author, String approver, String text) {
        history.branch(id)
                .write(DemoShop.RED, text)
                .write(contract(id), DemoShop.contract("RED") + DemoShop.escalation(approver))
                .commit("Change " + id, author);
        history.checkout("develop").merge(id);
    }

    private void release(String escalation) {
        history.checkout("develop")
                .write(contract("release-7"), DemoShop.contract("RED") + escalation)
                .commit("Release");
    }

    private static String contract(String id) {
        return ".gatekeeper/contracts/" + id + ".yaml";
    }

    private Judgement judged(String target, String head) {
        return Results.reached(Gatekeeper.judge(Requests.of(temp.resolve("shop"))
                .target("refs/heads/" + target)
                .head("refs/heads/" + head)
                .request()));
    }
}
