package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.report.ApprovalReport;
import dev.gatekeeper.report.ConsoleReport;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Judgement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipeline gives the commit that {@code main} was at when the change was opened, and the forge's merge of the change into
 * {@code main}. Meanwhile another change has landed, with a contract and an approval that would answer for this one.
 */
class StaleTargetTest {

    @TempDir
    Path folder;

    GitHistory history;
    String old;
    String unknown;
    String outdated;

    @BeforeEach
    void makeHistory() {
        history = DemoShop.change(folder);
        old = history.id("main");
        history.write("src/main/java/shop/auth/Backdoor.java", "class Backdoor {}\n")
                .commit("Open a door");
        history.checkout("main").write(DemoShop.RED, "class Token { int id; }\n");
        history.write(DemoShop.CONTRACT, DemoShop.contract("RED") + DemoShop.escalation(DemoShop.APPROVER))
                .commit("Rotate tokens");
        history.ref("refs/remotes/origin/main", "main").branch("merge").merge("change");
        unknown = "Target '" + old + "' is of unknown age: no branch is named that it can be held against.";
        outdated = "Target '" + old + "' is out of date: it lacks commits of 'refs/remotes/origin/main'.";
    }

    @AfterEach
    void closeHistory() {
        history.close();
    }

    @Test
    void isRefusedWhateverTheRun() {
        for (boolean isolated : new boolean[] {true, false}) {
            Outcome.Undecided<Judgement> undecided = Results.undecided(Gatekeeper.judge(
                    at(old).targetName("main").trust(isolated, "a test").request()));
            assertThat(undecided.problem()).isEqualTo(outdated);
            assertThat(undecided.remedy())
                    .isEqualTo("Name that ref in its place: -Dgatekeeper.target=refs/remotes/origin/main");
        }
        assertThat(Results.reached(
                                Gatekeeper.judge(at("refs/remotes/origin/main").request()))
                        .findings())
                .isNotEmpty();
    }

    @Test
    void ofUnknownAgeIsRefusedInAnIsolatedRun() {
        assertThat(Results.undecided(Gatekeeper.judge(at(old).request())).problem())
                .isEqualTo(unknown);
    }

    @Test
    void ofUnknownAgeIsANoteInAnAdvisoryRun() {
        Outcome<Judgement> outcome =
                Gatekeeper.judge(at(old).trust(false, "a test").request());
        assertThat(ConsoleReport.lines(outcome.facts(), Results.reached(outcome), Optional.empty()))
                .contains(warning(unknown + " Name its branch: -Dgatekeeper.targetName=<branch>"));
    }

    @Test
    void isANoteForAnApprover() {
        Outcome<PreparedApproval> outcome =
                Gatekeeper.prepareApproval(at(old).targetName("main").request(), Optional.empty());
        List<Line> lines = ApprovalReport.lines(outcome.facts(), Results.reached(outcome), "change.statement");
        assertThat(lines)
                .contains(warning(
                        outdated + " Name that ref in its place: -Dgatekeeper.target=refs/remotes/origin/main"));
    }

    private static Line warning(String text) {
        return new Line(Line.Severity.WARNING, text);
    }

    private Requests at(String target) {
        return Requests.of(folder).target(target);
    }
}
