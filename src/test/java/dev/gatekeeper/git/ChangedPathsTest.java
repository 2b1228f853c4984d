package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.NativeGit;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedPathsTest {

    private static final String LONG = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";

    @TempDir
    Path folder;

    GitHistory history;

    @BeforeEach
    void init() {
        history = GitHistory.initBare(folder);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void seesEveryKindOfChange() {
        String blob = history.object("blob", "x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        history.write("added-to/a", "a")
                .write("chmod", "c")
                .write("deleted", "d")
                .write("edited", "e")
                .write("moved", LONG);
        history.write("folder/f", "f")
                .write("file", "f")
                .write("to-link", "l")
                .symlink("link", "a")
                .submodule("sub", blob);
        history.write("same", "s").commit("Base");
        history.branch("feature")
                .write("added-to/b", "b")
                .chmod("chmod", true)
                .delete("deleted")
                .write("edited", "E");
        history.move("moved", "elsewhere").write("folder", "file now").write("file/inner", "folder now");
        history.symlink("to-link", "a").symlink("link", "b").submodule("sub", "1".repeat(40));
        history.commit("Feature");

        assertThat(Histories.lines(change()))
                .containsExactly(
                        "A 000000 100644 added-to/b",
                        "M 100644 100755 chmod",
                        "D 100644 000000 deleted",
                        "M 100644 100644 edited",
                        "A 000000 100644 elsewhere",
                        "D 100644 000000 file",
                        "A 000000 100644 file/inner",
                        "A 000000 100644 folder",
                        "D 100644 000000 folder/f",
                        "M 120000 120000 link",
                        "D 100644 000000 moved",
                        "M 160000 160000 sub",
                        "M 100644 120000 to-link");
    }

    @Test
    void reportsAFolderThatBecomesALinkOrSubmoduleAtItsOwnPath() {
        history.write("src/auth/A", "a").write("lib/auth/A", "a").commit("Base");
        history.branch("feature")
                .symlink("src/auth", "../evil")
                .submodule("lib", "1".repeat(40))
                .commit("Feature");
        assertThat(Histories.lines(change()))
                .containsExactly(
                        "A 000000 160000 lib",
                        "D 100644 000000 lib/auth/A",
                        "A 000000 120000 src/auth",
                        "D 100644 000000 src/auth/A");
    }

    /** Two byte sequences that print as the same name are two paths. */
    @Test
    void comparesPathsByTheirBytes() {
        String blob = history.object("blob", new byte[] {1});
        history.write("caf\u00e9", "a").commit("Base");
        history.branch("feature")
                .write("cafe\u0301", "a")
                .entry(new byte[] {'c', (byte) 0xe9}, 0100644, blob)
                .commit("Feature");
        assertThat(change().paths())
                .extracting(changed -> changed.path().bytes())
                .containsExactly("cafe\u00cc\u0081", "c\u00e9");
    }

    /** Old tools wrote 100664, and any newer git writes 100644 in its place when it writes the folder anew. */
    @Test
    void passesOverPermissionBitsThatGitPassesOver() {
        String blob = history.object("blob", new byte[] {1});
        history.entry("old", 0100664, blob).write("other", "o").commit("Base");
        history.branch("feature")
                .entry("old", 0100644, blob)
                .entry("new", 0100664, blob)
                .commit("Feature");
        assertThat(Histories.lines(change())).containsExactly("A 000000 100664 new");
    }

    @Test
    void saysWhatTheTargetHolds() {
        history.write("landed", "a")
                .write("changed", "a")
                .write("left", "a")
                .write("gone", "a")
                .commit("Base");
        history.branch("feature")
                .write("landed", "b")
                .write("changed", "b")
                .write("left", "b")
                .delete("gone")
                .write("both", "x");
        history.commit("Feature");
        history.checkout("main")
                .write("landed", "b")
                .write("changed", "c")
                .delete("gone")
                .write("both", "x")
                .commit("Main");

        Change change = change();

        assertThat(change.paths())
                .filteredOn(ChangedPath::hasLanded)
                .extracting(changed -> changed.path().text())
                .containsExactly("both", "gone", "landed");
        assertThat(change.paths())
                .filteredOn(ChangedPath::isChangedByTarget)
                .extracting(changed -> changed.path().text())
                .containsExactly("changed");
        assertThat(change.paths())
                .filteredOn(changed -> changed.onTarget().equals(changed.before()))
                .extracting(ChangedPath::path)
                .containsExactly(RawPath.of("left"));
    }

    /** git merge puts the edit of lib/T into src/auth/T. */
    @Test
    void refusesAnEditOfWhatTheTargetMoved() {
        history.write("lib/T", LONG).write("A", "a").commit("Base");
        history.branch("feature").write("lib/T", LONG + "evil\n").commit("Feature");
        history.checkout("main").move("lib/T", "src/auth/T").commit("Move");

        assertThat(merged("src/auth/T")).isEqualTo(LONG + "evil\n");
        assertThat(Refusals.of(this::change)).isEqualTo(refusal("'lib/T'"));
    }

    /** A folder of the file's name is a move, too. */
    @Test
    void refusesAnEditOfWhatTheTargetMadeAFolder() {
        history.write("lib/T", LONG).write("A", "a").commit("Base");
        history.branch("feature").write("lib/T", LONG + "evil\n").commit("Feature");
        history.checkout("main")
                .write("lib/tmp", LONG)
                .delete("lib/T")
                .move("lib/tmp", "lib/T/auth/T")
                .commit("Move");

        assertThat(merged("lib/T/auth/T")).isEqualTo(LONG + "evil\n");
        assertThat(Refusals.of(this::change)).isEqualTo(refusal("'lib/T'"));
    }

    /** git takes the folder for moved and puts the added file there. */
    @Test
    void refusesAFileAddedToAFolderThatTheTargetMoved() {
        history.write("lib/a/one", LONG)
                .write("lib/a/two", LONG + 2)
                .write("A", "a")
                .commit("Base");
        history.branch("feature")
                .write("lib/a/Evil", "evil")
                .write("lib/a/deeper/Evil", "evil")
                .commit("Feature");
        history.checkout("main").move("lib", "auth").commit("Move");

        assertThat(merged("auth/a/Evil")).isEqualTo("evil");
        assertThat(Refusals.of(this::change)).isEqualTo(refusal("'lib/a/Evil' (and 1 more)"));
    }

    /** The outer folder stays gone after the walk has come out of an inner one. */
    @Test
    void remembersTheOutermostFolderThatIsGone() {
        history.write("lib/a/one", LONG)
                .write("lib/z", LONG + 2)
                .write("A", "a")
                .commit("Base");
        history.branch("feature")
                .delete("lib/a/one")
                .write("lib/a/x", "x")
                .write("lib/new", "x")
                .commit("Feature");
        history.checkout("main").move("lib", "auth").commit("Move");
        assertThat(Refusals.of(this::change)).isEqualTo(refusal("'lib/a/x' (and 1 more)"));
    }

    @Test
    void refusesContractsWhoseFolderTheTargetMoved() {
        history.write(".gatekeeper/contracts/old.yaml", "x").write("A", "a").commit("Base");
        history.branch("feature").write(".gatekeeper/contracts/new.yaml", "y").commit("Feature");
        history.checkout("main")
                .move(".gatekeeper/contracts/old.yaml", "archive/old.yaml")
                .commit("Move");
        assertThat(Refusals.of(this::change)).isEqualTo(refusal("'.gatekeeper/contracts/new.yaml'"));
    }

    @Test
    void decidesWhereTheFolderIsStillThere() {
        history.write("lib/one", LONG)
                .write("lib/two", LONG + 2)
                .write("gone/x", "x")
                .write("A", "a")
                .commit("Base");
        history.branch("feature")
                .write("lib/new", "n")
                .write("top", "t")
                .write("fresh/new", "n")
                .delete("gone/x")
                .commit("Feature");
        history.checkout("main").move("lib/one", "auth/one").delete("gone/x").commit("Move");
        assertThat(Histories.lines(change()))
                .containsExactly(
                        "A 000000 100644 fresh/new",
                        "D 100644 000000 gone/x",
                        "A 000000 100644 lib/new",
                        "A 000000 100644 top");
        assertThat(merged("lib/new")).isEqualTo("n");
    }

    @Test
    void quotesTheTargetInTheRemedy() {
        history.write("T", LONG).write("A", "a").commit("Base");
        history.branch("feature").write("T", "x").commit("Feature");
        history.checkout("main").delete("T").branch("a'b;rm").commit("Move");
        assertThat(Refusals.of(() -> Histories.change(folder, "a'b;rm", "feature")))
                .endsWith("\nMerge the target into your branch: git merge 'refs/heads/a'\\''b;rm'");
    }

    /** What git's own merge of the feature into main has at {@code path}, so that the attack is shown to be one. */
    private String merged(String path) {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        NativeGit git = new NativeGit(folder);
        String tree = git.git("-c", "merge.directoryRenames=true", "merge-tree", "--write-tree", "main", "feature");
        return git.run("", "cat-file", "blob", tree + ":" + path).out();
    }

    private static String refusal(String what) {
        return what + " is changed, but 'refs/heads/main' has moved or deleted it or its folder since the merge base.\n"
                + "Merge the target into your branch: git merge refs/heads/main";
    }

    private Change change() {
        return Histories.change(folder, "main", "feature");
    }
}
