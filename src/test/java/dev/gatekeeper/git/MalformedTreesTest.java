package dev.gatekeeper.git;

import static dev.gatekeeper.testing.GitHistory.treeEntry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.RawPath;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees that no git writes, each of which hides a change from a diff or shows a checkout something else. */
class MalformedTreesTest extends GitFixture {

    private static final String BLOB = "2".repeat(40);
    private static final String REMEDY =
            "\nWhere the target holds it, an administrator lands a commit that changes something in it. Otherwise write the"
                    + " commits that hold it anew, with an unmodified git: git rebase --no-ff <target>";

    @BeforeEach
    void startHistory() {
        history.write("src/A", "a").write("top", "t").commit("Base");
        history.branch("feature");
    }

    static Stream<Arguments> malformed() {
        byte[] cut = treeEntry(0100644, "a", BLOB);
        return Stream.of(
                Arguments.of(
                        "duplicate entries",
                        new byte[][] {treeEntry(0100644, "a", BLOB), treeEntry(0100644, "a", "3".repeat(40))},
                        "duplicate entry names"),
                Arguments.of(
                        "a file and a folder",
                        new byte[][] {
                            treeEntry(0100644, "a", BLOB),
                            treeEntry(0100644, "a.b", BLOB),
                            treeEntry(0040000, "a", BLOB)
                        },
                        "duplicate entry names"),
                Arguments.of(
                        "unsorted",
                        new byte[][] {treeEntry(0100644, "b", BLOB), treeEntry(0100644, "a", BLOB)},
                        "incorrectly sorted"),
                Arguments.of("a slash", new byte[][] {treeEntry(0100644, "auth/Token", BLOB)}, "name contains '/'"),
                Arguments.of("no name", new byte[][] {treeEntry(0100644, "", BLOB)}, "zero length name"),
                Arguments.of(
                        "no object",
                        new byte[][] {treeEntry(0100644, "a", "0".repeat(40))},
                        "entry points to null SHA-1"),
                Arguments.of("an odd type", new byte[][] {treeEntry(0050000, "a", BLOB)}, "invalid mode 20480"),
                Arguments.of(
                        "no octal mode",
                        new byte[][] {"10x644 a\0".getBytes(UTF_8), new byte[20]},
                        "invalid mode character"),
                Arguments.of("cut off", new byte[][] {Arrays.copyOf(cut, cut.length - 1)}, "truncated in object id"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesThemInHead(String name, byte[][] entries, String why) {
        history.raw("src", entries).commit("Feature");
        assertThat(Refusals.of(this::change)).isEqualTo(refusal("Folder 'src'", entries, why));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesThemAtTheRoot(String name, byte[][] entries, String why) {
        history.raw("", entries).commit("Feature");
        assertThat(Refusals.of(this::change)).isEqualTo(refusal("The root folder", entries, why));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesThemAtTheMergeBase(String name, byte[][] entries, String why) {
        history.raw("src", entries).commit("Odd base");
        history.branch("later").delete("src").write("src/A", "b").commit("Later");
        assertThat(Refusals.of(() -> Histories.change(folder, "feature", "later")))
                .isEqualTo(refusal("Folder 'src'", entries, why));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesThemOnTheTarget(String name, byte[][] entries, String why) {
        history.write("src/A", "b").commit("Feature");
        history.checkout("main").raw("src", entries).commit("Odd main");
        assertThat(Refusals.of(this::change)).isEqualTo(refusal("Folder 'src'", entries, why));
    }

    /** Otherwise the commit's author would not be seen to touch what the malformed tree hides. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesThemInACommitOnTheWay(String name, byte[][] entries, String why) {
        history.raw("src", entries).commit("Odd", "Eve <eve@acme.example>");
        history.delete("src").write("src/A", "b").commit("Feature");
        assertThat(Refusals.of(this::commits)).isEqualTo(refusal("Folder 'src'", entries, why));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesThemOnTheWayToAFile(String name, byte[][] entries, String why) {
        String commit = history.raw("src", entries).commit("Odd");
        assertThat(Refusals.of(() -> Histories.with(
                        folder, repository -> repository.snapshot(commit).entry(RawPath.of("src/a")))))
                .isEqualTo(refusal("Folder 'src'", entries, why));
    }

    /** They hide nothing, and must be possible to delete; whether they may be added is for the findings to say. */
    @Test
    void reportsNamesThatNoCheckoutWrites() {
        history.raw(
                "src",
                treeEntry(0100644, ".", BLOB),
                treeEntry(0100644, "..", BLOB),
                treeEntry(0100644, ".GIT", BLOB),
                treeEntry(0100644, "git~1", BLOB));
        history.commit("Feature");
        assertThat(Histories.lines(change()))
                .containsExactly(
                        "A 000000 100644 src/.",
                        "A 000000 100644 src/..",
                        "A 000000 100644 src/.GIT",
                        "D 100644 000000 src/A",
                        "A 000000 100644 src/git~1");
        assertThat(Histories.lines(Histories.between(folder, history.id("feature"), history.id("main"))))
                .isEmpty();
    }

    @Test
    void readsZeroPaddedModesOfOldRepositories() {
        byte[] padded = "0100644 A\0".getBytes(UTF_8);
        byte[] id = new byte[20];
        Arrays.fill(id, (byte) 0x22);
        history.raw("src", padded, id).commit("Feature");
        assertThat(Histories.lines(change())).containsExactly("M 100644 100644 src/A");
    }

    @Test
    void readsAFolderThatIsNoTree() {
        history.entry("src", 0040000, history.object("blob", new byte[] {1})).commit("Feature");
        assertThat(Refusals.of(this::change))
                .startsWith("'" + real() + "' can't be read: ")
                .contains("is not a tree");
    }

    private String refusal(String place, byte[][] entries, String why) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Arrays.stream(entries).forEach(bytes::writeBytes);
        return place + " is a malformed tree, " + history.object("tree", bytes.toByteArray()) + ": " + why + "."
                + REMEDY;
    }
}
