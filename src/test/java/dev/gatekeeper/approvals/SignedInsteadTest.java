package dev.gatekeeper.approvals;

import static dev.gatekeeper.approvals.SigningShop.ID;
import static dev.gatekeeper.approvals.SigningShop.RED;
import static dev.gatekeeper.approvals.SigningShop.contract;
import static dev.gatekeeper.approvals.SigningShop.contractFile;
import static dev.gatekeeper.approvals.SigningShop.signatureFile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.MendedBy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signature of other content says what it is of; it counts for nothing all the same. */
class SignedInsteadTest {

    private static final String OTHER = "the signature of Jane Smith is for other content: it is good for ";

    private final Path folder;
    private SigningShop shop;
    private GitHistory history;

    @SuppressWarnings("NullAway.Init") // opened before each test
    SignedInsteadTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws IOException {
        shop = SigningShop.open(folder);
        history = shop.history;
        shop.propose(RED);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void anotherBranchThatIsKnown() throws IOException {
        history.ref("refs/remotes/origin/release", "main");
        bring(replaced("refs/heads/main", "refs/heads/release"));
        assertStale("refs/heads/release, not for refs/heads/main");
    }

    /** What is signed for it is not only called otherwise there. */
    @Test
    void anotherBranchThatHoldsOtherContent() throws IOException {
        history.checkout("main").branch("release").write(RED, "// old\n").commit("Stay behind");
        history.checkout("work").commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("release"));
        bringSigned(shop.signature("jane", shop.statementFor("refs/heads/release")));
        assertStale("refs/heads/release, not for refs/heads/main");
    }

    @Test
    void nothingIsSaidOfABranchThatNobodyKnows() throws IOException {
        bring(replaced("refs/heads/main", "refs/heads/release"));
        assertThat(shop.problems())
                .containsExactly("the signature of Jane Smith is for other content: other RED contents, another"
                        + " contract, another target or another repository than this change has");
    }

    @Test
    void theNameThatTheRepositoryHadBefore() throws IOException {
        byte[] signature = shop.signature("jane", shop.statement());
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", shop.policy("jane").replace("acme/shop", "acme/store"))
                .commit("Call it otherwise");
        history.checkout("work");
        bringSigned(signature);
        assertStale("acme/shop, not for acme/store");
    }

    @Test
    void theContractAsItWas() throws IOException {
        byte[] signature = shop.signature("jane", shop.statement());
        String signed = history.id("HEAD");
        history.write(contractFile(ID), contract("Jane Smith") + "# a remark\n").commit("Edit the contract");
        bringSigned(signature);
        assertStale("this change as of commit " + signed.substring(0, 12) + ": " + contractFile(ID) + " changed since");
    }

    /** Its own changed paths are not those of head: one of them was taken back since. */
    @Test
    void whatIsRedAsItWas() throws IOException {
        history.write("src/auth/New.java", "// new\n").commit("Add one");
        byte[] signature = shop.signature("jane", shop.statement());
        String signed = history.id("HEAD");
        history.delete("src/auth/New.java").write(RED, "// rotated twice\n").commit("Rotate again");
        bringSigned(signature);
        assertStale("this change as of commit " + signed.substring(0, 12) + ": " + RED
                + ", src/auth/New.java changed since");
    }

    @Test
    void whatTheTargetHadBeforeItWasMerged() throws IOException {
        shop.sign("jane");
        String signed = history.id("HEAD");
        history.checkout("main").write(RED, "// theirs\n").commit("Go on");
        history.checkout("work").commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));
        assertStale(
                "this change as of commit " + signed.substring(0, 12) + ": " + RED + " (on the target) changed since");
    }

    @Test
    void aCopyThatLostTheEndOfItsLastLine() throws IOException {
        String text = new String(shop.statement(), UTF_8);
        bring(text.substring(0, text.length() - 1));
        assertStale("the statement without the end of its last line");
        assertThat(remedy()).startsWith("Sign the file itself, and no copy of its text: git fetch origin ");
    }

    @Test
    void aCopyWithTheLineEndsOfWindows() throws IOException {
        bring(replaced("\n", "\r\n"));
        assertStale("the statement with its lines ended by CRLF instead of LF");
    }

    @Test
    void anotherContractOfTheChange() throws IOException {
        history.write(contractFile("second"), contract("Jane Smith")).commit("Answer twice");
        bringSigned(shop.signature("jane", shop.statement("second")));
        assertStale("contract second, not for contract rotate");
        assertThat(remedy())
                .isEqualTo("Move it and commit: mkdir -p .gatekeeper/approvals/second && git mv "
                        + signatureFile(ID, "jane") + " " + signatureFile("second", "jane"));
        assertThat(findings()).extracting(Finding::mendedBy).containsExactly(MendedBy.AUTHOR);
        history.delete(signatureFile(ID, "jane"))
                .write(signatureFile("second", "jane"), shop.signature("jane", shop.statement("second")))
                .commit("Move it");
        assertThat(shop.verdict()).containsExactly("PASSED");
    }

    @Test
    void aPrivateKeyThatTheChangeHoldsIsNoSecretAnyMore() {
        history.write(signatureFile(ID, "jane"), "-----BEGIN OPENSSH PRIVATE KEY-----\n")
                .commit("Approve it");
        assertThat(shop.problems())
                .contains("the signature counts for nothing: the file is a private key, and no secret any more: take it"
                        + " out of use");
    }

    /** Each is held against what is near, and a change can hold thousands. */
    @Test
    void theFirstOfManySaySo() throws IOException {
        history.ref("refs/heads/release", "main");
        byte[] signature = shop.signature(
                "jane", replaced("refs/heads/main", "refs/heads/release").getBytes(UTF_8));
        for (int i = 0; i <= NearStatements.MOST_SIGNATURES; i++) {
            history.write(signatureFile(ID, "jane" + i), signature);
        }
        history.commit("Approve it elsewhere");
        assertThat(shop.problems())
                .hasSize(NearStatements.MOST_SIGNATURES + 1)
                .filteredOn(problem -> problem.startsWith(OTHER))
                .hasSize(NearStatements.MOST_SIGNATURES);
    }

    private String replaced(String from, String to) {
        return new String(shop.statement(), UTF_8).replace(from, to);
    }

    private void bring(String statement) throws IOException {
        bringSigned(shop.signature("jane", statement.getBytes(UTF_8)));
    }

    private void bringSigned(byte[] signature) {
        history.write(signatureFile(ID, "jane"), signature).commit("Approve it");
    }

    private void assertStale(String what) {
        assertThat(shop.verdict()).containsExactly("approval-stale");
        assertThat(shop.problems()).isEqualTo(List.of(OTHER + what));
    }

    private String remedy() {
        return findings().get(0).remedy();
    }

    private List<Finding> findings() {
        return Results.reached(Gatekeeper.judge(shop.request("refs/heads/main")))
                .findings();
    }
}
