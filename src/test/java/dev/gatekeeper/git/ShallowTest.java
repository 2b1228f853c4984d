package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clones that hold a part of history only: the right base, or none. */
class ShallowTest extends GitFixture {

    private static final String UNSHALLOW =
            "\nFetch the whole history (fetch-depth: 0 in CI) from a repository that has it: git fetch --unshallow";

    /** The attack of a shallow clone: the change merges an ancient commit, so that a base before the reverted file is found. */
    @Test
    void refusesAnOlderBaseThatAShallowCloneGives() throws IOException {
        String ancient = history.write("auth", "weak").commit("Ancient");
        history.write("auth", "strong").commit("Strengthened");
        String fork = history.write("B", "b").commit("Fork");
        history.branch("feature").write("auth", "weak");
        String revert = history.commit("Revert");
        String head = history.commit("Merge ancient", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(ancient));
        history.checkout("main").write("C", "c").commit("Main");
        assertThat(Histories.lines(change())).containsExactly("M 100644 100644 auth");

        // As git fetch --depth=2 of the change beside a full target leaves it.
        Files.writeString(folder.resolve("shallow"), revert + "\n");

        assertThat(Refusals.of(this::change))
                .isEqualTo("'" + real() + "' is a shallow clone: between target 'refs/heads/main' and head " + head
                        + " history ends at " + revert + "." + UNSHALLOW);
        assertThat(fork).isNotEqualTo(ancient);
    }

    /** The same where it is the target that is cut off and has merged an ancient commit, beside a whole change. */
    @Test
    void refusesAnOlderBaseThatAShallowTargetGives() throws IOException {
        String ancient = history.write("auth", "weak").commit("Ancient");
        history.write("auth", "strong").commit("Strengthened");
        String head = history.branch("feature").write("auth", "weak").commit("Revert");
        String cut = history.checkout("main").write("C", "c").commit("Main");
        history.commit("Merge ancient", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(ancient));
        assertThat(Histories.lines(change())).containsExactly("M 100644 100644 auth");

        // As git fetch --depth=2 of the target beside a full change leaves it.
        Files.writeString(folder.resolve("shallow"), cut + "\n");

        assertThat(Refusals.of(this::change))
                .isEqualTo("'" + real() + "' is a shallow clone: between target 'refs/heads/main' and head " + head
                        + " history ends at " + cut + "." + UNSHALLOW);
    }

    @Test
    void refusesAShallowCloneWithoutAnyBase() throws IOException {
        history.write("A", "a").commit("Base");
        String head = history.branch("feature").write("B", "b").commit("Feature");
        String main = history.checkout("main").write("C", "c").commit("Main");
        Files.writeString(folder.resolve("shallow"), head + "\n" + main + "\n");

        assertThat(Refusals.of(this::change))
                .isEqualTo("'" + real() + "' is a shallow clone: between target 'refs/heads/main' and head " + head
                        + " there is no merge base." + UNSHALLOW);
    }

    @Test
    void refusesAShallowCloneWithSeveralBases() throws IOException {
        String root = history.write("A", "a").commit("Root");
        String one = history.branch("feature").write("B", "b").commit("One");
        String other = history.checkout("main").write("C", "c").commit("Other");
        history.merge(one);
        history.checkout("feature");
        history.merge(other);
        Files.writeString(folder.resolve("shallow"), root + "\n");
        assertThat(Refusals.of(this::change))
                .contains(" there is no single merge base.")
                .endsWith(UNSHALLOW);
    }

    /** GitHub's merge ref with depth 2: the head's own earlier commits and authors are unseen. */
    @Test
    void refusesAMergeRefOfDepthTwo() throws IOException {
        history.write("A", "a").commit("Base");
        history.branch("feature").write("B", "b").commit("One");
        String two = history.write("B", "c").commit("Two");
        String main = history.checkout("main").write("C", "c").commit("Main");
        String head = history.branch("merge").merge("feature");
        Files.writeString(folder.resolve("shallow"), two + "\n" + main + "\n");

        assertThat(Refusals.of(() -> Histories.between(folder, main, head)))
                .isEqualTo("'" + real() + "' is a shallow clone: between target '" + main + "' and head " + head
                        + " history ends at " + two + "." + UNSHALLOW);
    }

    @Test
    void decidesWhereAShallowCloneHoldsAllThatMatters() throws IOException {
        history.write("A", "a").commit("Ancient");
        String base = history.write("A", "b").commit("Base");
        history.branch("feature").write("B", "b").commit("Feature");
        history.checkout("main").write("C", "c").commit("Main");
        Files.writeString(folder.resolve("shallow"), base + "\n");

        assertThat(change().mergeBase()).isEqualTo(base);
        assertThat(Histories.lines(change())).containsExactly("A 000000 100644 B");
    }

    /** Behind the merge base the clone may end: the parents of a merge then seem to come from somewhere older. */
    @Test
    void takesNoOlderBaseForThatOfAMergesParents() throws IOException {
        String ancient = history.write("A", "x").commit("Ancient");
        history.write("A", "a").commit("Base");
        history.branch("feature").write("B", "b").commit("Feature");
        String cut = history.checkout("main").write("A", "x").commit("Main");
        String tip = history.commit("Merge ancient", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(ancient));
        history.checkout("feature").commit("Keep the old state", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(tip));
        assertThat(commits().get(0).touched()).containsExactly(RawPath.of("A"));

        Files.writeString(folder.resolve("shallow"), cut + "\n");

        assertThat(commits().get(0).touched()).contains(RawPath.of("A"));
    }

    @Test
    void takesNoUnseenBaseForNone() throws IOException {
        history.write("A", "a").write("B", "b").commit("Base");
        history.branch("feature").write("C", "c").commit("Feature");
        String cut = history.checkout("main").delete("A").commit("Delete it");
        history.checkout("feature").commit("Keep it", GitHistory.AUTHOR, GitHistory.AUTHOR, List.of(cut));
        assertThat(commits().get(0).touched()).containsExactly(RawPath.of("A"));

        Files.writeString(folder.resolve("shallow"), cut + "\n");

        assertThat(commits().get(0).touched()).contains(RawPath.of("A"));
    }

    /** What comes out by itself is seen in such a clone too, where it holds all that matters. */
    @Test
    void seesAnUpdateOfTheBranchForWhatItIs() throws IOException {
        history.write("A", "a").commit("Ancient");
        String base = history.write("A", "b").commit("Base");
        history.branch("feature").write("B", "b").commit("Feature");
        history.checkout("main").write("C", "c").commit("Main");
        history.checkout("feature").merge("main");
        Files.writeString(folder.resolve("shallow"), base + "\n");
        assertThat(commits().get(0).touched()).isEmpty();
    }

    @Test
    void refusesWhatGitsOwnShallowCloneLeaves() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        history.write("A", "a").commit("Base");
        history.branch("feature").write("B", "b").commit("One");
        history.write("B", "c").commit("Two");
        history.checkout("main").write("C", "c").commit("Main");
        String url = "file://" + real();
        new NativeGit(temp).git("clone", "--quiet", "--bare", "--depth=1", "--no-single-branch", url, "depth1");
        new NativeGit(temp).git("clone", "--quiet", "--bare", "--depth=2", "--no-single-branch", url, "depth2");
        for (String clone : List.of("depth1", "depth2")) {
            assertThat(Refusals.of(() -> Histories.change(temp.resolve(clone), "main", "feature")))
                    .as(clone)
                    .contains("is a shallow clone")
                    .endsWith(UNSHALLOW);
        }
        new NativeGit(temp.resolve("depth2")).git("fetch", "--quiet", "--unshallow", "origin");
        assertThat(Histories.lines(Histories.change(temp.resolve("depth2"), "main", "feature")))
                .containsExactly("A 000000 100644 B");
    }

    /** The list of where history ends lies beside the objects, not in the linked worktree's own folder. */
    @Test
    void refusesALinkedWorktreeOfAShallowClone() throws IOException {
        history.write("A", "a").commit("Base");
        String head = history.branch("feature").write("B", "b").commit("Feature");
        String main = history.checkout("main").write("C", "c").commit("Main");
        Path own = Files.createDirectories(folder.resolve("worktrees/side"));
        Files.writeString(own.resolve("HEAD"), head + "\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Path side = Files.createDirectories(temp.resolve("side"));
        Files.writeString(side.resolve(".git"), "gitdir: " + own + "\n");
        assertThat(Histories.lines(Histories.between(side, main, head))).containsExactly("A 000000 100644 B");

        Files.writeString(folder.resolve("shallow"), head + "\n");

        assertThat(Refusals.of(() -> Histories.between(side, main, head)))
                .contains("is a shallow clone")
                .endsWith(UNSHALLOW);
    }

    /** A list that can't be read must not be taken for a whole history. */
    @Test
    void refusesAListThatIsNone() throws IOException {
        history.write("A", "a").commit("Base");
        history.branch("feature").write("B", "b").commit("Feature");
        Files.writeString(folder.resolve("shallow"), "nonsense\n");
        assertThat(Refusals.of(this::change)).contains("can't be read: ");
    }
}
