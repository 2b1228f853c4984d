package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.RawPath;
import org.junit.jupiter.api.Test;

class ChangedPathsTest extends GitFixture {

    private static final String LONG = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";

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
        history.entry("kind", 0120000, blob).entry("other-kind", 0100644, blob);
        history.write("same", "s").commit("Base");
        history.branch("feature")
                .write("added-to/b", "b")
                .chmod("chmod", true)
                .delete("deleted")
                .write("edited", "E");
        history.move("moved", "elsewhere").write("folder", "file now").write("file/inner", "folder now");
        history.symlink("to-link", "a").symlink("link", "b").submodule("sub", "1".repeat(40));
        history.entry("kind", 0160000, blob).entry("other-kind", 0120000, blob);
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
                        "M 120000 160000 kind",
                        "M 120000 120000 link",
                        "D 100644 000000 moved",
                        "M 100644 120000 other-kind",
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
    void takesNoOtherPermissionBitsForAChangeByTheTarget() {
        String blob = history.object("blob", new byte[] {1});
        history.entry("old", 0100664, blob).write("A", "a").commit("Base");
        history.branch("feature").write("old", "new").commit("Feature");
        history.checkout("main").entry("old", 0100644, blob).commit("Main");
        assertThat(change().paths()).singleElement().satisfies(changed -> {
            assertThat(changed.onTarget()).isEqualTo(changed.before());
            assertThat(changed.isChangedByTarget()).isFalse();
        });
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
}
