package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jane, who approves, has updated the branch that Alex wrote, and git joined the texts of both sides by itself. */
class UpdatedBranchTest {

    private static final String ALEX = "Alex Author <alex@acme.example>";
    private static final String JANE = "Jane Smith <jane@acme.example>";
    private static final String TEXT = "1\n2\n3\n4\n5\n6\n7\n8\n";

    @TempDir
    Path folder;

    GitHistory history;

    @BeforeEach
    void makeHistory() {
        history = DemoShop.change(folder);
        history.checkout("main").write(DemoShop.RED, TEXT).commit("Write it out");
        history.branch("rotate")
                .write(DemoShop.RED, TEXT.replace("1", "one"))
                .write(DemoShop.CONTRACT, DemoShop.contract("RED") + DemoShop.escalation(DemoShop.APPROVER));
        history.commit("Rotate tokens", ALEX, ALEX);
        history.checkout("main").write(DemoShop.RED, TEXT.replace("8", "eight")).commit("Go on");
        history.checkout("rotate").write(DemoShop.RED, TEXT.replace("1", "one").replace("8", "eight"));
        history.commit("Merge main", JANE, JANE, List.of("main"));
    }

    @AfterEach
    void closeHistory() {
        history.close();
    }

    @Test
    void whoUpdatesTheBranchIsNoAuthor() {
        assertThat(findings()).isEmpty();
    }

    private List<String> findings() {
        return Results.reached(Gatekeeper.judge(Requests.of(folder)
                        .target("refs/heads/main")
                        .head("refs/heads/rotate")
                        .request()))
                .findings()
                .stream()
                .map(Finding::problem)
                .toList();
    }
}
