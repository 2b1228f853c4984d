package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that a good repository can have; the answer is the same in all. */
class GitRepositoryTest {

    private static final String CHANGE = "M 100644 100644 src/A";

    @TempDir
    Path folder;

    NativeGit git;
    String head;

    @BeforeEach
    void makeRepository() {
        git = new NativeGit(folder);
        try (GitHistory history = GitHistory.init(folder)) {
            history.write("src/A", "a").write("docs/B", "b").commit("Base");
            history.branch("feature").write("src/A", "1");
            head = history.commit("Feature");
            history.fillWorkTree();
        }
    }

    @Test
    void resolvesAndReadsFromASubfolder() {
        try (GitRepository repository = GitRepository.open(folder.resolve("src"))) {
            Revisions revisions = repository.resolve(Optional.of("main"), Optional.empty(), "HEAD");
            Change change = repository.change(revisions);
            assertThat(revisions.head()).isEqualTo(head);
            assertThat(Histories.lines(change)).containsExactly(CHANGE);
            assertThat(repository.location().workTree())
                    .contains(Location.find(folder).workTree().orElseThrow());
        }
    }

    @Test
    void readsPackedRefsAndPackedObjects() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        git.git("pack-refs", "--all");
        git.git("repack", "-a", "-d", "--quiet");
        git.git("prune-packed");
        assertThat(changeAt(folder)).containsExactly(CHANGE);
    }

    /** As git wrote it long ago; JGit loses it where the branch has no file any more. */
    @Test
    void readsAHeadThatIsASymbolicLink() throws IOException {
        assumeTrue(NativeGit.isThere() && File.separatorChar == '/', "no git on the PATH, or no links");
        Files.delete(folder.resolve(".git/HEAD"));
        Files.createSymbolicLink(folder.resolve(".git/HEAD"), Path.of("refs/heads/feature"));
        assertThat(changeAt(folder)).containsExactly(CHANGE);
        git.git("pack-refs", "--all");
        assertThat(git.git("rev-parse", "HEAD")).isEqualTo(head);
        String command = "git symbolic-ref HEAD \"$(git symbolic-ref HEAD)\"";
        assertThat(Refusals.of(() -> changeAt(folder)))
                .isEqualTo("Head 'HEAD' is a symbolic link in '"
                        + Location.find(folder).gitFolder()
                        + "', which can't be read once the branch is packed.\nWrite it anew, as a text: " + command);
        git.paste(command);
        assertThat(changeAt(folder)).containsExactly(CHANGE);
    }

    @Test
    void readsALinkedWorktreeFromASubfolder() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        git.git("checkout", "--quiet", "main");
        git.git("worktree", "add", "--quiet", "side/tree", "feature");
        assertThat(changeAt(folder.resolve("side/tree/src"))).containsExactly(CHANGE);
        assertThat(changeAt(folder)).isEmpty();
    }

    /** The main worktree's ref of that name holds head: taken for the target, it would leave no changed path. */
    @ParameterizedTest
    @ValueSource(strings = {"refs/worktree/t", "refs/bisect/good-1", "refs/rewritten/onto"})
    void refusesTheRefsThatALinkedWorktreeHasForItself(String ref) throws Exception {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        git.git("checkout", "--quiet", "main");
        git.git("worktree", "add", "--quiet", "side", "feature");
        Path side = folder.resolve("side");
        NativeGit there = new NativeGit(side);
        git.git("update-ref", ref, head);
        there.git("update-ref", ref, "refs/heads/main");

        String refusal = Refusals.of(() -> resolve(side, ref, "HEAD"));
        String own = there.git("rev-parse", "--absolute-git-dir");
        String problem = " a ref that each worktree has for itself, and those of the linked worktree '" + own
                + "' can't be read.\nGive the commit's full id, which git tells: ";
        String command = "git --git-dir=" + own + " rev-parse --verify '" + ref + "^{commit}'";
        assertThat(refusal).isEqualTo("Target '" + ref + "' is" + problem + command);
        String id = git.paste(command);
        assertThat(changeAt(side, id)).containsExactly(CHANGE);

        assertThat(Refusals.of(() -> resolve(side, "main", ref)))
                .isEqualTo("Head '" + ref + "' is" + problem + command);
        there.git("symbolic-ref", "HEAD", ref);
        assertThat(Refusals.of(() -> resolve(side, "main", "HEAD")))
                .isEqualTo("Head 'HEAD' points to '" + ref + "'," + problem + command);
        assertThat(resolve(folder, ref, "HEAD").target()).isEqualTo(head);
    }

    @Test
    void readsASubmodulesCheckout() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        Path outer = folder.resolve("outer");
        GitHistory.init(outer).close();
        NativeGit there = new NativeGit(outer);
        there.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                "-b",
                "feature",
                folder.toString(),
                "sub");
        new NativeGit(outer.resolve("sub")).git("branch", "main", "origin/main");
        assertThat(changeAt(outer.resolve("sub/src"))).containsExactly(CHANGE);
    }

    @Test
    void readsASparseCheckout() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        git.git("reset", "--hard", "--quiet");
        git.git("sparse-checkout", "set", "docs");
        assertThat(folder.resolve("src/A")).doesNotExist();
        assertThat(changeAt(folder)).containsExactly(CHANGE);
    }

    @Test
    void readsAlternates() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        git.git("clone", "--quiet", "--shared", "--branch=feature", ".", "shared");
        new NativeGit(folder.resolve("shared")).git("branch", "main", "origin/main");
        assertThat(changeAt(folder.resolve("shared"))).containsExactly(CHANGE);
    }

    @Test
    void readsReftables() throws IOException {
        try (FileRepository repository =
                new FileRepository(folder.resolve(".git").toFile())) {
            repository.convertRefStorage("reftable", false, false);
        }
        assertThat(folder.resolve(".git/reftable")).isDirectory();
        assertThat(changeAt(folder)).containsExactly(CHANGE);
    }

    @Test
    void readsABareCloneByItsName(@TempDir Path outside) {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        Path bare = outside.resolve("bare.git");
        git.git("clone", "--quiet", "--bare", ".", bare.toString());
        assertThat(changeAt(bare)).containsExactly(CHANGE);
    }

    @Test
    void passesOverAConfiguredWorkTreeThatIsGone() {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        git.git("config", "core.worktree", "/nowhere/at/all");
        assertThat(changeAt(folder)).containsExactly(CHANGE);
    }

    @Test
    void readsADeepTree(@TempDir Path outside) {
        String deep = "d/".repeat(4_000) + "f";
        try (GitHistory history = GitHistory.initBare(outside)) {
            history.write("A", "a").commit("Base");
            String tree = history.object("tree", GitHistory.treeEntry(0100644, "f", "1".repeat(40)));
            for (int depth = 1; depth < 4_000; depth++) {
                tree = history.object("tree", GitHistory.treeEntry(0040000, "d", tree));
            }
            history.branch("feature").entry("d", 0040000, tree).commit("Feature");
        }
        assertThat(Histories.change(outside, "main", "feature").paths())
                .singleElement()
                .satisfies(changed -> assertThat(changed.path().text()).isEqualTo(deep));
    }

    @Test
    void seesTheRepositoryAsItIsWhenOpened() throws IOException {
        Path objects = folder.resolve(".git/objects");
        String blob = git(head + ":src/A");
        Path file = objects.resolve(blob.substring(0, 2)).resolve(blob.substring(2));
        Files.delete(file);
        // The diff needs no content.
        assertThat(changeAt(folder)).containsExactly(CHANGE);
    }

    private String git(String revision) {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        return git.git("rev-parse", revision);
    }

    private static List<String> changeAt(Path start) {
        return changeAt(start, "refs/heads/main");
    }

    private static List<String> changeAt(Path start, String target) {
        return Histories.with(
                start,
                repository -> Histories.lines(
                        repository.change(repository.resolve(Optional.of(target), Optional.empty(), "HEAD"))));
    }

    private static Revisions resolve(Path start, String target, String head) {
        return Histories.with(start, repository -> repository.resolve(Optional.of(target), Optional.empty(), head));
    }
}
