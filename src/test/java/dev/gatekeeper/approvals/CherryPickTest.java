package dev.gatekeeper.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Remark;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change that was signed for one branch is picked to another, and the old signature comes along. */
class CherryPickTest {

    private static final String OLD = SigningShop.signatureFile(SigningShop.ID, "jane");
    private static final String OF_ELSEWHERE = "the signature of Jane Smith is for other content: other RED contents,"
            + " another contract, another target or another repository than this change has";

    @TempDir
    Path temp;

    SigningShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = SigningShop.open(temp);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theOldOneIsANoteOnceTheApproverHasSignedUnderAnotherName() throws IOException {
        pick(SigningShop.RED);
        byte[] signature = shop.signature("jane", shop.statement());
        shop.history
                .write(SigningShop.signatureFile(SigningShop.ID, "jane-smith"), signature)
                .commit("Approve it here");

        assertThat(judged().findings()).isEmpty();
        assertThat(judged().remarks())
                .extracting(Remark::text)
                .containsExactly(OF_ELSEWHERE + "; what is asked for is met without it");
    }

    @Test
    void soItIsWhileSomebodyElseHasToSign() throws IOException {
        pick(SigningShop.CARD);
        byte[] signature = shop.signature("jane", shop.statement());
        shop.history
                .write(SigningShop.signatureFile(SigningShop.ID, "jane-smith"), signature)
                .commit("Approve it here");

        assertThat(judged().findings())
                .extracting(finding -> finding.code().id())
                .containsExactly("approvals-too-few");
        assertThat(judged().remarks())
                .extracting(Remark::text)
                .containsExactly(OF_ELSEWHERE + "; nothing that is still asked for needs it");
    }

    /** Under a contract that plays the risk down, it counts for nothing, and so nothing stands in the old one's place. */
    @Test
    void oneThatDoesNotCountStandsInNobodysPlace() throws IOException {
        pick(SigningShop.RED);
        String green = DemoShop.contract("GREEN");
        shop.history
                .write(SigningShop.contractFile(SigningShop.ID), green)
                .write(SigningShop.contractFile("second"), SigningShop.contract("Jane Smith"))
                .commit("Play it down");
        byte[] signature = shop.signature("jane", shop.statement(SigningShop.ID));
        shop.history
                .write(SigningShop.signatureFile(SigningShop.ID, "jane-smith"), signature)
                .commit("Approve it here");

        assertThat(judged().findings())
                .extracting(finding -> finding.code().id())
                .contains("approval-stale");
    }

    @Test
    void theRemedyNamesTheFileToReplace() throws IOException {
        pick(SigningShop.RED);
        assertThat(judged().findings())
                .filteredOn(finding -> finding.code().id().equals("approval-stale"))
                .extracting(Finding::remedy)
                .singleElement()
                .asString()
                .startsWith("Replace " + OLD + " by a new signature: git fetch origin ");
    }

    /** The shop asks for a signature of what was signed for another branch. */
    private void pick(String path) throws IOException {
        shop.propose(path);
        byte[] forMain = new String(shop.statement(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("refs/heads/main", "refs/heads/release")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        shop.history.write(OLD, shop.signature("jane", forMain)).commit("Approve it elsewhere");
    }

    private Judgement judged() {
        return Results.reached(Gatekeeper.judge(shop.request("refs/heads/main")));
    }
}
