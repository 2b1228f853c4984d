package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.text.CannotDecideException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the target has changed of a change's paths since the change took it in last. */
class TargetThenTest extends GitFixture {

    @BeforeEach
    void open() {
        history.write("a", "old\n").write("b", "old\n").write("c", "old\n").commit("Base");
        history.branch("feature");
    }

    @Test
    void isWhatItChangedSinceTheBranchLeftIt() {
        history.write("a", "mine\n").write("b", "mine\n").commit("Change two");
        assertThat(changed()).isEmpty();
        history.checkout("main").write("b", "theirs\n").write("c", "theirs\n").commit("Go on");
        assertThat(changed()).containsExactly("b");
    }

    @Test
    void isNothingOnceItIsTakenIn() {
        history.write("a", "mine\n").commit("Change one");
        history.checkout("main").write("a", "theirs\n").commit("Go on");
        history.checkout("feature").commit("Merge", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));
        assertThat(changed()).isEmpty();
    }

    /** The merge base is the lower branch's tip, which the target was not when the upper one grew on it. */
    @Test
    void isWhatALowerBranchBroughtThatHasLandedByAMerge() {
        history.write("a", "lower\n").commit("Lower");
        history.branch("lower").checkout("feature");
        history.write("a", "upper\n").write("b", "upper\n").commit("Upper");
        history.checkout("main").merge("lower");
        assertThat(changed()).containsExactly("a");
    }

    @Test
    void isNothingOfALowerBranchThatLandedByAFastForward() {
        history.write("a", "lower\n").commit("Lower");
        history.ref("refs/heads/main", "feature");
        history.write("a", "upper\n").commit("Upper");
        assertThat(changed()).isEmpty();
    }

    /** Dates are free text: neither old nor new ones make a commit one that the branch descends from. */
    @Test
    void isTheSameWhateverTheDatesSay() {
        history.at(4_000_000_000L).write("a", "lower\n").commit("Lower");
        history.branch("lower").checkout("feature");
        history.at(100L).write("a", "upper\n").commit("Upper");
        history.checkout("main").at(50L).write("b", "theirs\n").commit("Go on");
        history.at(4_100_000_000L).merge("lower");
        history.at(10L).write("c", "theirs\n").commit("Go on");
        assertThat(changed()).containsExactly("a");
    }

    /** git itself passes over such permission bits. */
    @Test
    void isNoModeThatGitReadsAsTheSame() {
        String old = history.object("blob", "old\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        history.checkout("main").entry("a", 0100664, old).commit("By an old tool");
        history.ref("refs/heads/feature", "main")
                .checkout("feature")
                .write("a", "mine\n")
                .commit("Change it");
        history.checkout("main").entry("a", 0100644, old).commit("By a new one");
        assertThat(changed()).isEmpty();
    }

    @Test
    void isUndecidedWhereNoFirstParentIsAnAncestor() {
        history.write("a", "mine\n").commit("Change one");
        String feature = history.id("feature");
        history.orphan("other")
                .write("a", "old\n")
                .write("b", "old\n")
                .write("c", "old\n")
                .commit("Another root");
        history.commit("Merge main", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of("main"));
        history.ref("refs/heads/main", "other");
        assertThatThrownBy(this::changed)
                .isInstanceOf(CannotDecideException.class)
                .hasMessageContaining(
                        feature + " descends from none of the first parents of the target 'refs/heads/main'");
    }

    private List<String> changed() {
        Revisions revisions = new Revisions(
                Optional.of("refs/heads/main"),
                Optional.of("refs/heads/main"),
                history.id("main"),
                history.id("feature"));
        try (GitRepository repository = GitRepository.open(folder)) {
            Change change = repository.change(revisions);
            return repository.changedOnTarget(revisions, change, change.paths()).stream()
                    .map(RawPath::display)
                    .toList();
        }
    }
}
