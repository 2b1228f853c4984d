package dev.gatekeeper.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.NativeGit;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Remark;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A good signature in nearly the right place is told from others, and nobody is asked to sign again for it. */
class NearSignatureTest {

    private static final String IN_PLACE = ".gatekeeper/approvals/rotate/jane.sig";

    @TempDir
    Path temp;

    SigningShop shop;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git, or no shell");
        shop = SigningShop.open(temp);
        shop.propose(SigningShop.RED);
    }

    @AfterEach
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".gatekeeper/approvals/rotate/Jane.sig",
                ".gatekeeper/approvals/rotate/Jane Smith.sig",
                ".gatekeeper/approvals/rotate/jane.SIG",
                ".gatekeeper/approvals/rotate/jane.sig.txt",
                ".gatekeeper/approvals/rotate/jane",
                ".gatekeeper/approvals/Rotate/jane.sig",
                ".gatekeeper/approvals/rotate-tokens/jane.sig",
                ".gatekeeper/approvals/jane.sig",
                ".gatekeeper/approvals/rotate/2026/jane.sig",
                ".gatekeeper/approval/rotate/jane.sig",
                ".gatekeeper/Approvals/rotate/jane.sig",
                ".gatekeeper/rotate/jane.sig",
                ".gatekeeper/contracts/jane.sig",
                ".gatekeeper/jane.sig",
            })
    void aGoodSignatureIsMovedToItsPlace(String path) throws IOException {
        shop.history.write(path, shop.signature("jane", shop.statement())).commit("Approve it");

        Judgement before = judged();
        assertThat(before.remarks())
                .extracting(Remark::text)
                .first()
                .asString()
                .startsWith("is a good signature of the contract 'rotate' by Jane Smith, and is read as none;");
        assertThat(before.findings())
                .isNotEmpty()
                .extracting(Finding::remedy)
                .allSatisfy(remedy -> assertThat(remedy)
                        .startsWith("Put the file in its place and commit, and nothing more is asked for: "));
        String remedy = before.findings().get(0).remedy();
        git().git("checkout", "--quiet", "--force", "work");
        git().paste(remedy.substring(remedy.indexOf(": ") + 2));
        git().git("commit", "--quiet", "--message=Follow");

        assertThat(judged().findings()).isEmpty();
        assertThat(judged().approvals()).extracting(Approval::approver).containsExactly("Jane Smith");
    }

    /** What the file in the wrong place adds to the change is all that makes the other one stale. */
    @Test
    void oneInItsPlaceNeedNotBeMadeAgain() throws IOException {
        shop.sign("jane");
        shop.history
                .write(".gatekeeper/contract/second.yaml", DemoShop.contract("RED"))
                .commit("Another");

        assertThat(judged().findings())
                .filteredOn(finding -> finding.code().id().equals("approval-stale"))
                .extracting(Finding::remedy)
                .containsExactly(
                        "Put the file in its place and commit, and nothing more is asked for: mkdir -p"
                                + " .gatekeeper/contracts && git mv .gatekeeper/contract/second.yaml .gatekeeper/contracts/second.yaml");
    }

    /** By its content it is of the second contract, by its folder and by the order of ids of the first one. */
    @Test
    void ofSeveralContractsItsContentTellsTheOne() throws IOException {
        shop.history
                .write(SigningShop.contractFile("second"), SigningShop.contract("Jane Smith"))
                .commit("Another");
        byte[] signature = shop.signature("jane", shop.statement("second"));
        shop.history.write(".gatekeeper/approvals/Rotate/jane.sig", signature).commit("Approve it");

        assertThat(judged().remarks())
                .extracting(Remark::text)
                .first()
                .asString()
                .startsWith("is a good signature of the contract 'second' by Jane Smith, and is read as none;")
                .doesNotContain("git mv");
        assertThat(judged().findings())
                .extracting(Finding::remedy)
                .anySatisfy(remedy -> assertThat(remedy)
                        .endsWith(" && git mv .gatekeeper/approvals/Rotate/jane.sig"
                                + " .gatekeeper/approvals/second/jane.sig"));
    }

    /** What nobody can tell goes to the first contract, where it is told what is wrong with it. */
    @Test
    void ofSeveralContractsAnUnknownOneIsMovedToTheFirst() {
        shop.history
                .write(SigningShop.contractFile("second"), SigningShop.contract("Jane Smith"))
                .write(".gatekeeper/jane.sig", "whatever\n")
                .commit("Another");
        assertThat(judged().remarks())
                .extracting(Remark::text)
                .first()
                .asString()
                .endsWith(" && git mv .gatekeeper/jane.sig .gatekeeper/approvals/rotate/jane.sig");
    }

    /** Nobody takes a signature of other content for one of this. */
    @Test
    void oneOfOtherContentIsNotCalledGood() throws IOException {
        byte[] other = shop.signature("jane", "other\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        shop.history.write(".gatekeeper/approvals/rotate/Jane.sig", other).commit("Approve it");

        assertThat(judged().remarks())
                .extracting(Remark::text)
                .first()
                .asString()
                .startsWith("is nearly an approval, and is read as none;");
        assertThat(judged().findings())
                .extracting(Finding::remedy)
                .allSatisfy(remedy -> assertThat(remedy).doesNotContain("nothing more"));
    }

    /** Two have to sign, and one has, in a wrong place: her file is moved, the other one signs. */
    @Test
    void nobodySignsAgainWhoHasSignedInAWrongPlace() throws IOException {
        shop.close();
        shop = SigningShop.open(java.nio.file.Files.createDirectory(temp.resolve("two")));
        shop.propose(SigningShop.CARD);
        shop.history
                .write(".gatekeeper/approvals/jane.sig", shop.signature("jane", shop.statement()))
                .commit("Approve it");

        assertThat(judged().findings())
                .filteredOn(finding -> finding.code().id().equals("approval-unsigned"))
                .extracting(Finding::remedy)
                .isNotEmpty()
                .allSatisfy(remedy -> assertThat(remedy)
                        .isEqualTo("Their signature lies where none is read. Move it and commit: mkdir -p"
                                + " .gatekeeper/approvals/rotate && git mv .gatekeeper/approvals/jane.sig "
                                + IN_PLACE));
    }

    private Judgement judged() {
        return Results.reached(Gatekeeper.judge(shop.request("refs/heads/main")));
    }

    private NativeGit git() {
        return new NativeGit(temp.resolve("shop"));
    }
}
