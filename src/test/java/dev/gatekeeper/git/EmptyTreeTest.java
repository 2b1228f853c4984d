package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.testing.NativeGit;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders without anything in them, which git can hold, checks without complaint, and never writes. */
class EmptyTreeTest {

    @BeforeAll
    static void needsGit() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
    }

    @TempDir
    Path folder;

    /** JGit took the changed src/auth/T for /rc/auth/T, which no rule names. */
    @Test
    void refusesAFolderThatIsEmptyOnOneSide() {
        NativeGit git = new NativeGit(folder);
        git.git("init", "-q", "--bare", ".");
        String empty = tree(git, "");
        String base = commit(git, "good", empty);
        String head = commit(git, "evil", tree(git, "040000 tree " + empty + "\tx\n"), "-p", base);
        git.git("update-ref", "refs/heads/main", base);
        git.git("update-ref", "refs/heads/feature", head);

        assertThat(git.git("diff", "--name-only", "main...feature")).isEqualTo("src/auth/T");
        assertThat(git.run("", "fsck", "--full", "--strict").exit()).isZero();
        assertThat(Refusals.of(() -> Histories.change(folder, "main", "feature")))
                .startsWith("Folder 'src/a' is a malformed tree, " + empty + ": it is empty.");
    }

    @Test
    void passesOverAnEmptyFolderThatNobodyTouches() {
        NativeGit git = new NativeGit(folder);
        git.git("init", "-q", "--bare", ".");
        String empty = tree(git, "");
        git.git("update-ref", "refs/heads/main", commit(git, "good", empty));
        git.git("update-ref", "refs/heads/feature", commit(git, "evil", empty, "-p", git.git("rev-parse", "main")));
        assertThat(Histories.lines(Histories.change(folder, "main", "feature")))
                .containsExactly("M 100644 100644 src/auth/T");
    }

    /** A history that starts with an empty commit. */
    @Test
    void decidesWhereTheRootIsEmpty() {
        NativeGit git = new NativeGit(folder);
        git.git("init", "-q", "--bare", ".");
        String base = git.git("commit-tree", tree(git, ""), "-m", "Empty");
        git.git("update-ref", "refs/heads/main", base);
        String all = commit(
                git,
                "all",
                tree(
                        git,
                        "100644 blob "
                                + git.run("b", "hash-object", "-w", "--stdin")
                                        .out()
                                        .strip() + "\tB\n"),
                "-p",
                base);
        git.git("update-ref", "refs/heads/feature", all);
        assertThat(Histories.lines(Histories.change(folder, "main", "feature")))
                .containsExactly("A 000000 100644 src/a/B", "A 000000 100644 src/auth/T");
    }

    /** As {@code git switch --orphan} and {@code git commit --allow-empty} leave it: git knows that tree, and stores it nowhere. */
    @Test
    void knowsTheEmptyTreeThatIsStoredNowhere() {
        NativeGit git = new NativeGit(folder);
        git.git("init", "-q", "--bare", ".");
        String blob = git.run("b", "hash-object", "-w", "--stdin").out().strip();
        String base = git.git("commit-tree", Constants.EMPTY_TREE_ID.name(), "-m", "Empty");
        String head = git.git("commit-tree", tree(git, "100644 blob " + blob + "\tB\n"), "-m", "All", "-p", base);
        git.git("update-ref", "refs/heads/main", base);
        git.git("update-ref", "refs/heads/feature", head);
        assertThat(Histories.lines(Histories.change(folder, "main", "feature"))).containsExactly("A 000000 100644 B");
    }

    private static String commit(NativeGit git, String content, String a, String... parent) {
        String blob = git.run(content, "hash-object", "-w", "--stdin").out().strip();
        String auth = tree(git, "100644 blob " + blob + "\tT\n");
        String src = tree(git, "040000 tree " + a + "\ta\n040000 tree " + auth + "\tauth\n");
        String root = tree(git, "040000 tree " + src + "\tsrc\n");
        return parent.length == 0
                ? git.git("commit-tree", root, "-m", content)
                : git.git("commit-tree", root, "-m", content, parent[0], parent[1]);
    }

    private static String tree(NativeGit git, String entries) {
        return git.run(entries, "mktree").out().strip();
    }
}
