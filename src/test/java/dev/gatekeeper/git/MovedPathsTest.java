package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.testing.NativeGit;
import org.junit.jupiter.api.Test;

/** Paths that would land elsewhere, each shown by what git makes of the merge. */
class MovedPathsTest extends GitFixture {

    private static final String LONG = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";

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

    /** git merge puts the target's edit of lib/T, which nobody approved for src/auth/T, into src/auth/T. */
    @Test
    void refusesToMoveWhatTheTargetEdited() {
        history.write("lib/T", LONG).write("A", "a").commit("Base");
        history.branch("feature").move("lib/T", "src/auth/T").commit("Move");
        history.checkout("main").write("lib/T", LONG + "evil\n").commit("Edit");

        assertThat(merged("src/auth/T")).isEqualTo(LONG + "evil\n");
        assertThat(Refusals.of(this::change))
                .isEqualTo(refusal(
                        "'lib/T'", "is deleted or moved, but 'refs/heads/main' has changed it since the merge base"));
    }

    /** git takes a file for moved where a folder of its name stands, too. */
    @Test
    void refusesToMoveBelowItselfWhatTheTargetEdited() {
        history.write("lib/T", LONG).write("A", "a").commit("Base");
        history.branch("feature")
                .write("lib/tmp", LONG)
                .delete("lib/T")
                .move("lib/tmp", "lib/T/auth/T")
                .commit("Move");
        history.checkout("main").write("lib/T", LONG + "evil\n").commit("Edit");

        assertThat(merged("lib/T/auth/T")).isEqualTo(LONG + "evil\n");
        assertThat(Refusals.of(this::change))
                .isEqualTo(refusal(
                        "'lib/T'", "is deleted or moved, but 'refs/heads/main' has changed it since the merge base"));
    }

    /** git takes the folder for moved and puts there what the target has added to it. */
    @Test
    void refusesToMoveAFolderThatTheTargetAddedTo() {
        history.write("lib/a/one", LONG)
                .write("lib/a/two", LONG + 2)
                .write("A", "a")
                .commit("Base");
        history.branch("feature").move("lib", "auth").commit("Move");
        history.checkout("main")
                .write("lib/a/Evil", "evil")
                .write("lib/b/Evil", "evil")
                .commit("Add");

        assertThat(merged("auth/a/Evil")).isEqualTo("evil");
        assertThat(Refusals.of(this::change))
                .isEqualTo(refusal(
                        "'lib/a/Evil' (and 1 more)",
                        "is new on 'refs/heads/main', but this change has moved or deleted its folder since the merge"
                                + " base"));
    }

    @Test
    void decidesWhereTheTargetAddedToAFolderThatIsStillThere() {
        history.write("lib/one", LONG).write("lib/two", LONG + 2).commit("Base");
        history.branch("feature").move("lib/one", "auth/one").commit("Move");
        history.checkout("main").write("lib/new", "n").write("new/new", "n").commit("Add");
        assertThat(Histories.lines(change())).containsExactly("A 000000 100644 auth/one", "D 100644 000000 lib/one");
        assertThat(merged("lib/new")).isEqualTo("n");
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

    /** What the target made of it stands at the same path: git takes that for no move. */
    @Test
    void decidesWhereTheTargetMadeALinkOrASubmodule() {
        history.write("one", LONG).write("two", LONG + 2).commit("Base");
        history.branch("feature").write("one", "1").write("two", "2").commit("Feature");
        history.checkout("main")
                .symlink("one", "elsewhere")
                .submodule("two", "1".repeat(40))
                .commit("Main");
        assertThat(Histories.lines(change())).containsExactly("M 100644 100644 one", "M 100644 100644 two");
    }

    @Test
    void quotesTheTargetInTheRemedy() {
        history.write("T", LONG).write("A", "a").commit("Base");
        history.branch("feature").write("T", "x").commit("Feature");
        history.checkout("main").delete("T").branch("a'b;rm").commit("Move");
        assertThat(Refusals.of(() -> Histories.change(folder, "a'b;rm", "feature")))
                .endsWith("\nMerge the target into your branch: git merge 'refs/heads/a'\\''b;rm'");
    }

    @Test
    void fetchesATargetOfARemoteFirst() {
        history.write("T", LONG).write("A", "a").commit("Base");
        history.branch("feature").write("T", "x").commit("Feature");
        String moved = history.checkout("main").delete("T").commit("Move");
        history.ref("refs/remotes/up/main", moved);
        assertThat(Refusals.of(() -> Histories.change(folder, "up/main", "feature")))
                .endsWith("\nMerge the target into your branch: git fetch up && git merge refs/remotes/up/main");
    }

    /** What git's own merge of the feature into main has at {@code path}, so that the attack is shown to be one. */
    private String merged(String path) {
        assumeTrue(NativeGit.isThere(), "no git on the PATH");
        NativeGit git = new NativeGit(folder);
        String tree = git.git("-c", "merge.directoryRenames=true", "merge-tree", "--write-tree", "main", "feature");
        return git.run("", "cat-file", "blob", tree + ":" + path).out();
    }

    private static String refusal(String what) {
        return refusal(
                what, "is changed, but 'refs/heads/main' has moved or deleted it or its folder since the merge base");
    }

    private static String refusal(String what, String why) {
        return what + " " + why + ".\nMerge the target into your branch: git merge refs/heads/main";
    }
}
