package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.testing.GitHistory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default target, and the name of a target that is given as a commit. */
class TargetTest {

    @TempDir
    Path folder;

    GitHistory history;
    String first;
    String second;

    @BeforeEach
    void makeHistory() {
        history = GitHistory.initBare(folder);
        first = history.write("A.java", "a").commit("First");
        history.branch("feature");
        second = history.write("B.java", "b").commit("Second");
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void followsTheRemotesOwnDefault() {
        history.ref("refs/remotes/origin/trunk", first)
                .ref("refs/remotes/origin/main", second)
                .symbolicRef("refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
        assertThat(resolve()).isEqualTo(found("refs/remotes/origin/trunk", "refs/heads/trunk", first));
    }

    @Test
    void elseTakesTheOnlyUsualBranch() {
        assertThat(Refusals.of(this::resolve))
                .isEqualTo(
                        "No target is given, 'refs/remotes/origin/HEAD' is not set, and neither 'refs/remotes/origin/main'"
                                + " nor 'refs/remotes/origin/master' exist.\nName the target: -Dgatekeeper.target=<branch>."
                                + " Where it is not there yet, fetch it:"
                                + " git fetch origin '+refs/heads/main:refs/remotes/origin/main'");
        history.ref("refs/remotes/origin/master", first);
        assertThat(resolve()).isEqualTo(found("refs/remotes/origin/master", "refs/heads/master", first));
        history.ref("refs/remotes/origin/main", first);
        assertThat(Refusals.of(this::resolve))
                .isEqualTo(
                        "No target is given, 'refs/remotes/origin/HEAD' is not set, and both 'refs/remotes/origin/main'"
                                + " and 'refs/remotes/origin/master' exist.\nName the target, such as"
                                + " -Dgatekeeper.target=refs/remotes/origin/main, or set the default:"
                                + " git remote set-head origin --auto");
    }

    @Test
    void refusesADefaultThatLeadsNowhere() {
        history.ref("refs/remotes/origin/main", first)
                .symbolicRef("refs/remotes/origin/HEAD", "refs/remotes/origin/gone");
        assertThat(Refusals.of(this::resolve))
                .isEqualTo(
                        "Target 'refs/remotes/origin/HEAD' points to 'refs/remotes/origin/gone', which has no commit.\n"
                                + "Set it anew (git remote set-head origin --auto), or fetch it:"
                                + " git fetch origin '+refs/heads/gone:refs/remotes/origin/gone'");
    }

    @Test
    void takesTheTargetNameForWhatIsNoBranch() {
        assertThat(resolve(first, "main").targetBranch()).contains("refs/heads/main");
        assertThat(resolve(first, "refs/heads/main").targetBranch()).contains("refs/heads/main");
        assertThat(resolve("main", "main").targetBranch()).contains("refs/heads/main");
        String remedy = "\nLeave gatekeeper.targetName out; it names a target that is given as a commit id.";
        assertThat(Refusals.of(() -> resolve("main", "other")))
                .isEqualTo(
                        "Target name 'other' differs from the target's own, 'refs/heads/main': the target is 'refs/heads/main'."
                                + remedy);
        history.ref("refs/pull/7/base", first);
        assertThat(resolve("refs/pull/7/base", "main").targetBranch()).contains("refs/heads/main");
        assertThat(Refusals.of(() -> resolve(first, "refs/tags/v1")))
                .isEqualTo(
                        "Target name 'refs/tags/v1' is no branch.\nGive the branch's own name, such as main or refs/heads/main.");
        assertThat(Refusals.of(() -> resolve(first, "main~1")))
                .startsWith("Target name 'main~1' can't be a branch or ref.\n");
    }

    @Test
    void findsTheHead() {
        assertThat(head("HEAD")).isEqualTo(second);
        assertThat(head("refs/heads/main")).isEqualTo(first);
        assertThat(head(first)).isEqualTo(first);
        history.detach(first);
        assertThat(head("HEAD")).isEqualTo(first);
    }

    @Test
    void refusesOtherHeads() {
        assertThat(Refusals.of(() -> head("feature")))
                .isEqualTo("Head 'feature' is not HEAD, a full ref or a full commit id.\n"
                        + "Give the commit in full: git rev-parse --verify 'feature^{commit}'");
        assertThat(Refusals.of(() -> head("a;b"))).endsWith("git rev-parse --verify 'a;b^{commit}'");
        assertThat(Refusals.of(() -> head("refs/heads/main~1"))).startsWith("Head 'refs/heads/main~1' can't be");
        assertThat(Refusals.of(() -> head("refs/heads/nope")))
                .isEqualTo(
                        "Head 'refs/heads/nope' is no ref of '" + real() + "'.\nGive another ref or a full commit id,"
                                + " or fetch it: git fetch origin '+refs/heads/nope:refs/heads/nope'");
    }

    @Test
    void refusesAnUnbornHead() {
        history.orphan("empty");
        assertThat(Refusals.of(() -> head("HEAD")))
                .isEqualTo(
                        "Head 'HEAD' points to 'refs/heads/empty', which has no commit.\nCommit first, or name another ref.");
    }

    private Path real() {
        return open().location().gitFolder();
    }

    private GitRepository open() {
        return GitRepository.open(folder);
    }

    private Revisions resolve() {
        return open().resolve(Optional.empty(), Optional.empty(), "HEAD");
    }

    private Revisions resolve(String target, String targetName) {
        return open().resolve(Optional.of(target), Optional.of(targetName), "HEAD");
    }

    private String head(String head) {
        return open().resolve(Optional.of("main"), Optional.empty(), head).head();
    }

    private Revisions found(String ref, String branch, String target) {
        return new Revisions(Optional.of(ref), Optional.of(branch), target, second);
    }
}
