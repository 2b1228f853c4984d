package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.testing.GitHistory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path folder;

    GitHistory history;

    @BeforeEach
    void init() {
        history = GitHistory.initBare(folder.resolve("r"));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void findsTheMergeBase() {
        String base = history.write("A", "a").commit("Base");
        history.branch("feature").write("B", "b").commit("Feature");
        history.checkout("main").write("C", "c").commit("Main");

        Change change = change();

        assertThat(change.mergeBase()).isEqualTo(base);
        assertThat(Histories.lines(change)).containsExactly("A 000000 100644 B");
    }

    @Test
    void givesAnEmptyChangeWhereTheTargetHasItAll() {
        String old = history.write("A", "a").commit("Old");
        history.branch("feature");
        assertThat(change().isEmpty()).isTrue();

        String tip = history.checkout("main").write("B", "b").commit("Ahead");
        Change ahead = change();
        assertThat(ahead.mergeBase()).isEqualTo(old);
        assertThat(ahead.isEmpty()).isTrue();
        assertThat(ahead.commits()).isEmpty();
        assertThat(Histories.between(repository(), tip, tip).isEmpty()).isTrue();
    }

    @Test
    void refusesUnrelatedHistories() {
        String main = history.write("A", "a").commit("Main");
        String feature = history.orphan("feature").write("B", "b").commit("Feature");
        assertThat(Refusals.of(this::change))
                .isEqualTo("Target 'refs/heads/main' and head " + feature + " have no common history.\n"
                        + "Merge the target into your branch: git merge --allow-unrelated-histories refs/heads/main");
        assertThat(Refusals.of(() -> Histories.between(repository(), main, feature)))
                .endsWith("git merge --allow-unrelated-histories " + main);
    }

    @Test
    void refusesHistoriesThatCross() {
        history.write("A", "a").commit("Base");
        String one = history.branch("feature").write("B", "b").commit("One");
        String other = history.checkout("main").write("C", "c").commit("Other");
        history.merge(one);
        history.checkout("feature");
        String head = history.merge(other);

        List<String> bases = List.of(one, other).stream().sorted().toList();
        assertThat(Refusals.of(this::change))
                .isEqualTo("Target 'refs/heads/main' and head " + head + " have 2 merge bases: " + bases.get(0) + ", "
                        + bases.get(1) + ".\nMerge the target into your branch: git merge refs/heads/main");
    }

    /** Dates are free text; whatever they say, the base and the commits are those of the graph. */
    @Test
    void isNotMisledByForgedDates() {
        history.at(5_000).write("A", "a").commit("Root");
        String older = history.at(9_000_000).write("A", "b").commit("Older, but dated late");
        history.at(100);
        String last = "";
        for (int i = 0; i < 30; i++) {
            last = history.at(100 + i).write("M", "m" + i).commit("Main " + i);
        }
        String base = last;
        history.branch("feature")
                .at(200)
                .write("F", "f")
                .commit("Feature", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(older));
        String head = history.at(8_000_000).write("F", "g").commit("Late");

        Change change = change();

        assertThat(change.mergeBase()).isEqualTo(base);
        assertThat(change.commits())
                .extracting(Commit::id)
                .hasSize(2)
                .contains(head)
                .doesNotContain(older);
    }

    private Change change() {
        return Histories.change(repository(), "main", "feature");
    }

    private Path repository() {
        return folder.resolve("r");
    }
}
