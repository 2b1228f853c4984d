package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.TargetDoubt;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The branch went on from {@code old} to {@code current}, and the forge has merged the change into that. */
class TargetAgeTest extends GitFixture {

    private static final String TRACKED = "refs/remotes/origin/main";

    String old;
    String current;
    String merge;

    @BeforeEach
    void makeHistory() {
        old = history.write("A", "a").commit("Old");
        history.branch("feature").write("B", "b").commit("Feature");
        history.checkout("main").write("C", "c");
        current = history.commit("Current");
        history.branch("merge");
        merge = history.merge("refs/heads/feature");
        history.deleteRef("refs/heads/main");
    }

    @Test
    void aCommitThatItsBranchHasLeftBehindIsOutOfDate() {
        history.ref(TRACKED, current);
        assertThat(doubt(old, "main"))
                .isEqualTo("Target '" + old + "' is out of date: it lacks commits of '" + TRACKED + "'.\n"
                        + "Name that ref in its place: -Dgatekeeper.target=" + TRACKED);
        assertThat(doubt(TRACKED, "main")).isEmpty();
        assertThat(doubt(current, "main")).isEmpty();
    }

    /** The base of a merge queue holds the changes that are queued before. */
    @Test
    void aCommitAheadOfItsBranchIsNot() {
        history.ref(TRACKED, old);
        assertThat(doubt(current, "main")).isEmpty();
    }

    @Test
    void whatHasLandedIsHeldAgainstWhatItWasLandedOn() {
        history.ref(TRACKED, merge);
        assertThat(doubt(old, "main")).isEmpty();
        history.write("D", "d");
        String later = history.commit("Later");
        history.ref(TRACKED, later);
        assertThat(doubt(Optional.of(old), Optional.of("main"), merge)).isEmpty();
        history.ref("refs/heads/beside", current).checkout("beside").write("E", "e");
        String beside = history.commit("Beside");
        assertThat(doubt(Optional.of(old), Optional.of("main"), beside)).isNotEmpty();
    }

    @Test
    void aLocalBranchIsHeldAgainstTheRemotes() {
        history.ref(TRACKED, current).ref("refs/heads/main", old);
        String problem = "Target 'refs/heads/main' is out of date: it lacks commits of '" + TRACKED + "'.\n"
                + "Name that ref in its place: -Dgatekeeper.target=" + TRACKED;
        assertThat(doubt("main")).isEqualTo(problem);
        history.checkout("main").write("D", "d").commit("Apart from the remote's");
        history.checkout("merge");
        assertThat(doubt("main")).isEqualTo(problem);
        history.ref("refs/heads/main", current);
        assertThat(doubt("main")).isEmpty();
        history.ref(TRACKED, old);
        assertThat(doubt("main")).isEmpty();
    }

    /** Who fetches by address has no remote configured, and a remote that is configured need not have been fetched. */
    @Test
    void theRefsTellTheRemote() {
        history.ref("refs/remotes/up/main", current).ref("refs/remotes/up/origin/main", old);
        assertThat(doubt(old, "main")).contains("it lacks commits of 'refs/remotes/up/main'");
        history.ref("refs/remotes/alice/main", merge);
        assertThat(doubt(old, "main")).contains("is of unknown age");
        history.ref("refs/remotes/origin/other", current);
        assertThat(doubt(old, "main")).contains("is of unknown age");
        history.ref(TRACKED, old);
        assertThat(doubt(old, "main")).isEmpty();
        assertThat(doubt("refs/remotes/alice/main")).isEmpty();
    }

    @Test
    void aBareRepositorysOwnBranchCountsWhereNoRemoteHasIt() {
        history.ref("refs/heads/main", current);
        assertThat(doubt(old, "main")).endsWith("-Dgatekeeper.target=refs/heads/main");
        assertThat(doubt("main")).isEmpty();
        history.ref(TRACKED, old);
        assertThat(doubt(old, "main")).isEmpty();
    }

    @Test
    void aWorkTreesOwnBranchDoesNot() {
        Path workTree = temp.resolve("tree");
        try (GitHistory there = GitHistory.init(workTree)) {
            String base = there.write("A", "a").commit("Base");
            there.write("A", "b").commit("Next");
            assertThat(words(Histories.with(
                            workTree,
                            repository -> repository
                                    .resolve(Optional.of(base), Optional.of("main"), "HEAD")
                                    .doubt())))
                    .isEqualTo("Target '" + base + "' is of unknown age: '"
                            + Location.find(workTree).gitFolder()
                            + "' does not have its branch 'main' as a remote has it.\n"
                            + "Fetch it from its address, since no remote is configured here: git fetch <url>"
                            + " '+refs/heads/main:refs/remotes/origin/main'");
        }
    }

    @Test
    void nothingTellsTheAgeOfACommitWithoutABranch() {
        history.ref(TRACKED, current);
        assertThat(doubt(old))
                .isEqualTo("Target '" + old + "' is of unknown age: no branch is named that it can be held against.\n"
                        + "Name its branch: -Dgatekeeper.targetName=<branch>");
    }

    @Test
    void aRefThatIsNoBranchIsLikeACommit() {
        history.ref(TRACKED, current).ref("refs/pull/7/base", old).ref("refs/remotes/origin/HEAD", old);
        for (String ref : new String[] {"refs/pull/7/base", "refs/remotes/origin/HEAD"}) {
            assertThat(doubt(ref)).startsWith("Target '" + ref + "' is of unknown age: no branch is named");
            assertThat(doubt(ref, "main")).startsWith("Target '" + ref + "' is out of date: ");
        }
    }

    /** The remote's default branch was renamed, and this clone doesn't know it yet. */
    @Test
    void aDefaultTargetIsHeldAgainstBothUsualNames() {
        history.ref("refs/remotes/origin/master", old)
                .ref(TRACKED, current)
                .symbolicRef("refs/remotes/origin/HEAD", "refs/remotes/origin/master");
        assertThat(doubt(Optional.empty(), Optional.empty(), "HEAD"))
                .isEqualTo("Target 'refs/remotes/origin/master', the default, is out of date: it lacks commits of '"
                        + TRACKED + "'.\nName the one that is meant: -Dgatekeeper.target=" + TRACKED
                        + " or -Dgatekeeper.target=refs/remotes/origin/master");
        assertThat(doubt("refs/remotes/origin/HEAD")).contains("the default, is out of date");
        assertThat(doubt("refs/remotes/origin/master")).isEmpty();
        history.ref(TRACKED, old).ref("refs/remotes/origin/master", current);
        assertThat(doubt(Optional.empty(), Optional.empty(), "HEAD")).isEmpty();
        history.symbolicRef("refs/remotes/origin/HEAD", TRACKED);
        assertThat(doubt(Optional.empty(), Optional.empty(), "HEAD"))
                .contains("lacks commits of 'refs/remotes/origin/m");
        history.ref("refs/remotes/origin/trunk", old)
                .symbolicRef("refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
        assertThat(doubt(Optional.empty(), Optional.empty(), "HEAD")).isEmpty();
    }

    /** What leads from the branch to the target may be what is cut off. */
    @Test
    void aShallowCloneGetsItsHistoryFirst() {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git, or no shell");
        history.ref("refs/heads/main", old).ref("refs/heads/queue", current);
        Path clone = temp.resolve("clone");
        new NativeGit(temp)
                .git("clone", "--quiet", "--bare", "--depth=1", "--no-single-branch", "file://" + folder, "clone");
        String refusal = doubt(clone, Optional.of(current), Optional.of("main"), "refs/heads/merge");
        assertThat(refusal)
                .startsWith("Target '" + current + "' seems out of date: '"
                        + Location.find(clone).gitFolder()
                        + "' is a shallow clone, and no history leads from 'refs/heads/main' to it.\n");
        new NativeGit(clone).paste(refusal.substring(refusal.lastIndexOf(": git ") + 2));
        assertThat(doubt(clone, Optional.of(current), Optional.of("main"), "refs/heads/merge"))
                .isEmpty();
    }

    private String doubt(String target) {
        return doubt(Optional.of(target), Optional.empty(), "HEAD");
    }

    private String doubt(String target, String targetName) {
        return doubt(Optional.of(target), Optional.of(targetName), "HEAD");
    }

    private String doubt(Optional<String> target, Optional<String> targetName, String head) {
        return doubt(folder, target, targetName, head);
    }

    private static String doubt(Path folder, Optional<String> target, Optional<String> targetName, String head) {
        return words(Histories.with(
                folder,
                repository -> repository.resolve(target, targetName, head).doubt()));
    }

    /** Problem and remedy, one a line; empty where there is no doubt. */
    private static String words(Optional<TargetDoubt> doubt) {
        return doubt.map(found -> found.problem() + "\n" + found.remedy()).orElse("");
    }
}
