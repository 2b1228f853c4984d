package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryTest extends GitFixture {

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
        assertThat(commits()).isEmpty();
        assertThat(Histories.between(folder, tip, tip).isEmpty()).isTrue();
    }

    @Test
    void refusesUnrelatedHistories() {
        String main = history.write("A", "a").commit("Main");
        String feature = history.orphan("feature").write("B", "b").commit("Feature");
        assertThat(Refusals.of(this::change))
                .isEqualTo("Target 'refs/heads/main' and head " + feature + " have no common history.\n"
                        + "Merge the target into your branch: git merge --allow-unrelated-histories refs/heads/main");
        assertThat(Refusals.of(() -> Histories.between(folder, main, feature)))
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

        assertThat(change().mergeBase()).isEqualTo(base);
        assertThat(commits()).extracting(Commit::id).hasSize(2).contains(head).doesNotContain(older);
    }

    /** However far back it lies, and however long that takes: one commit too many would hide that nobody in the change made a path. */
    @Test
    void isNotMisledByAForgedDateFarBack() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        int tip = 30_000;
        StringBuilder stream = new StringBuilder();
        commit(stream, "main", 1, 5_000, "");
        commit(stream, "main", 2, 9_000_000, "from :1\n");
        for (int number = 3; number <= tip; number++) {
            commit(stream, "main", number, 100 + number, "from :" + (number - 1) + "\n");
        }
        commit(stream, "feature", tip + 1, 200, "from :" + tip + "\nmerge :2\n");
        commit(stream, "feature", tip + 2, 8_000_000, "from :" + (tip + 1) + "\n");
        NativeGit.Result result = new NativeGit(folder).run(stream.toString(), "fast-import", "--quiet");
        assertThat(result.error()).isEmpty();

        assertThat(commits())
                .extracting(Commit::id)
                .hasSize(2)
                .contains(history.id("feature"))
                .doesNotContain(history.id("refs/heads/main"));
    }

    private static void commit(StringBuilder stream, String branch, int mark, int date, String parents) {
        stream.append("commit refs/heads/%s\nmark :%d\n".formatted(branch, mark))
                .append("committer Ada <ada@acme.example> %d +0000\ndata 0\n%s".formatted(date, parents))
                .append("M 100644 inline f\ndata <<X\n%d\nX\n".formatted(mark % 2));
    }

    /** A graph, found by search, for which a walk by these dates returns the root as a second merge base. */
    @Test
    void takesOutABaseThatForgedDatesAdd() {
        List<List<Integer>> parents = List.of(
                List.of(), List.of(0), List.of(1), List.of(0), List.of(0, 2), List.of(2), List.of(4, 5), List.of(3, 5));
        List<Integer> dates = List.of(10, 0, 0, 2, 11, 5, 5, 5);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            List<String> known = parents.get(i).stream().map(ids::get).collect(Collectors.toCollection(ArrayList::new));
            if (known.isEmpty()) {
                history.orphan("root");
            } else {
                history.detach(known.remove(0));
            }
            history.at(1_000 + 100L * dates.get(i)).write("f" + i, "x");
            ids.add(history.commit("c" + i, GitHistory.AUTHOR, GitHistory.AUTHOR, known));
        }

        assertThat(Histories.between(folder, ids.get(6), ids.get(7)).mergeBase())
                .isEqualTo(ids.get(5));
        assertThat(Histories.between(folder, ids.get(7), ids.get(6)).mergeBase())
                .isEqualTo(ids.get(5));
    }
}
