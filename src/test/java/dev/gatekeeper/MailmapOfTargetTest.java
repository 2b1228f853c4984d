package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.approvals.Mailmap;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Remark;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jane approves what she wrote under an address that only {@code .mailmap} knows. */
class MailmapOfTargetTest {

    private static final String LINE = "Jane Smith <jane@acme.example> <jane@old.example>\n";

    @TempDir
    Path folder;

    GitHistory history;

    @BeforeEach
    void makeHistory() {
        history = DemoShop.change(folder);
    }

    @AfterEach
    void closeHistory() {
        history.close();
    }

    @Test
    void makesHerAnAuthor() {
        history.checkout("main").write(".mailmap", LINE).commit("Tell who is who");
        history.branch("more").write(".mailmap", "# Nobody.\n");

        assertThat(judgement("more").findings())
                .extracting(Finding::problem)
                .singleElement()
                .asString()
                .contains("the approver 'Jane Smith' is an author of " + DemoShop.RED)
                .endsWith(
                        "names 'J <jane@old.example>' as its author, who is 'Jane Smith <jane@acme.example>' by the target's .mailmap");
    }

    /** Also where it has come to the target since. */
    @Test
    void makesHerAnAuthorOfABranchThatIsOlder() {
        history.checkout("main").write(".mailmap", LINE).commit("Tell who is who");
        history.checkout("change");

        assertThat(judgement("change").findings()).hasSize(1);
    }

    @Test
    void saysNothingWhereItIsTooLarge() {
        history.checkout("main")
                .write(".mailmap", LINE + "#".repeat(Mailmap.MAX_BYTES + 1 - LINE.length()))
                .commit("Tell who is who");
        history.checkout("change");
        Judgement judgement = judgement("change");

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.remarks())
                .extracting(Remark::file, Remark::text)
                .singleElement()
                .hasToString(
                        "(\".mailmap\", \"on the target it is larger than 1024 KiB, so it gives nobody who wrote something"
                                + " another name or email\")");
    }

    @Test
    void isReadUpToTheLimit() {
        history.checkout("main")
                .write(".mailmap", LINE + "#".repeat(Mailmap.MAX_BYTES - LINE.length()))
                .commit("Tell who is who");
        history.checkout("change");

        assertThat(judgement("change").findings()).hasSize(1);
    }

    private Judgement judgement(String branch) {
        history.write(DemoShop.RED, "package shop.auth;\n\nclass Token { int id; }\n")
                .write(DemoShop.CONTRACT, DemoShop.contract("RED") + DemoShop.escalation(DemoShop.APPROVER))
                .commit("Rotate tokens", "J <jane@old.example>", GitHistory.AUTHOR);
        return Results.reached(Gatekeeper.judge(Requests.of(folder)
                .target("refs/heads/main")
                .head("refs/heads/" + branch)
                .request()));
    }
}
