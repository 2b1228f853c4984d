package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a forge makes of a branch that Jane has approved, by the commit of her signature or by the button that merges it. */
class SquashedTest {

    private static final String ALEX = "Alex Author <alex@acme.example>";
    private static final String JANE = "Jane Smith <jane@acme.example>";
    private static final String REMEDY =
            "Leave gatekeeper.squashed out where head is a branch or a merge, and give for the target the"
                    + " commit that the forge has squashed onto.";

    @TempDir
    Path folder;

    GitHistory history;

    @BeforeEach
    void makeHistory() {
        history = DemoShop.change(folder)
                .write(DemoShop.RED, "package shop.auth;\n\nclass Token { int id; }\n")
                .write(DemoShop.CONTRACT, DemoShop.contract("RED") + DemoShop.escalation(DemoShop.APPROVER));
    }

    @AfterEach
    void closeHistory() {
        history.close();
    }

    @Test
    void whomTheForgeThanksIsNoAuthor() {
        history.commit("Rotate tokens\n\nCo-authored-by: " + JANE, ALEX, JANE);

        assertThat(findings(false))
                .singleElement()
                .asString()
                .startsWith("the approver 'Jane Smith' is an author of " + DemoShop.RED);
        assertThat(findings(true)).isEmpty();
    }

    @Test
    void whoWroteItIsAnAuthorAllTheSame() {
        history.commit("Rotate tokens\n\nCo-authored-by: " + ALEX, JANE, ALEX);

        assertThat(findings(true))
                .singleElement()
                .asString()
                .startsWith("the approver 'Jane Smith' is an author of " + DemoShop.RED);
    }

    /** Where nobody is named as the author, there is nobody else to ask. */
    @Test
    void whomACommitWithoutAuthorNamesIsAnAuthor() {
        history.commit("Rotate tokens", " <>", JANE);

        assertThat(findings(true)).hasSize(1);
    }

    @Test
    void severalChangesCanStandInARow() {
        history.commit("Rotate tokens\n\nCo-authored-by: " + JANE, ALEX, JANE);
        history.write(DemoShop.GREEN, "# Longer guide\n").commit("Write more");

        assertThat(findings(true)).isEmpty();
    }

    @Test
    void aMergeIsNoSquash() {
        history.commit("Rotate tokens", ALEX, JANE);
        String merge = history.checkout("main").branch("queue").merge("change");

        Outcome.Undecided<Judgement> undecided = Results.undecided(judge(true));
        assertThat(undecided.problem())
                .isEqualTo(
                        "gatekeeper.squashed is 'true', but commit " + merge
                                + " has 2 parents; a forge that squashes puts commits of one parent each onto the target's tip.");
        assertThat(undecided.remedy()).isEqualTo(REMEDY);
    }

    /** A merge further down is one too. */
    @Test
    void aBranchThatHoldsAMergeIsNoSquash() {
        history.commit("Rotate tokens", ALEX, JANE);
        String merge = history.checkout("main").branch("queue").merge("change");
        history.write(DemoShop.GREEN, "# Longer guide\n").commit("Write more");

        assertThat(Results.undecided(judge(true)).problem()).contains("commit " + merge + " has 2 parents");
    }

    @Test
    void aBranchThatTheTargetHasLeftIsNoSquash() {
        String head = history.commit("Rotate tokens", ALEX, JANE);
        String target = history.checkout("main")
                .write(DemoShop.GREEN, "# Longer guide\n")
                .commit("Write more");
        history.checkout("change");

        assertThat(Results.undecided(judge(true)).problem())
                .isEqualTo("gatekeeper.squashed is 'true', but head " + head + " doesn't follow the target's tip "
                        + target + "; a forge that squashes puts commits of one parent each onto the target's tip.");
        assertThat(findings(false)).hasSize(1);
    }

    private List<String> findings(boolean squashed) {
        return Results.reached(judge(squashed)).findings().stream()
                .map(Finding::problem)
                .toList();
    }

    private Outcome<Judgement> judge(boolean squashed) {
        return Gatekeeper.judge(
                Requests.of(folder).target("refs/heads/main").squashed(squashed).request());
    }
}
