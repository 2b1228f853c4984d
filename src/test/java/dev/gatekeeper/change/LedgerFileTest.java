package dev.gatekeeper.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.testing.MemorySnapshot;
import dev.gatekeeper.text.CannotDecideException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String LINE = "old sha256:" + DIGEST;
    private static final RawPath FILE = Layout.ledgerFile("old");

    @Test
    void isNamedByTheFirstDigitsOfTheIdsHash() {
        // printf %s old | sha256sum
        assertThat(FILE).hasToString(".gatekeeper/landed/cb");
    }

    @Test
    void isSortedLinesOfItsOwnDigits() {
        LedgerFile file = read(LINE + "\n" + "old-414 sha256:" + DIGEST + "\n");
        assertThat(file.problem()).isEmpty();
        assertThat(file.lines()).extracting(LedgerLine::id).containsExactly("old", "old-414");
        assertThat(file.holds("old")).isTrue();
        assertThat(file.holds("old-4")).isFalse();
    }

    /** The rule for ids stands in {@link Layout#ID}, and lines are read without it. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "a.b_c-d", "-a", ".a", "_a", "A", "a b", "a/b", "é", "", "a\u00e9", "a\0"})
    void readsTheIdsThatContractsHave(String id) {
        assertThat(LedgerLine.read(id + " sha256:" + DIGEST).isPresent()).isEqualTo(Layout.isId(id));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 101, 200})
    void readsIdsAsLongAsContractsHave(int length) {
        String id = "a".repeat(length);
        assertThat(LedgerLine.read(id + " sha256:" + DIGEST).isPresent()).isEqualTo(Layout.isId(id));
    }

    @Test
    void mayHoldTwoContractsOfOneId() {
        LedgerFile file = read("old sha256:" + "0".repeat(64) + "\n" + LINE + "\n");
        assertThat(file.problem()).isEmpty();
        assertThat(file.lines()).hasSize(2);
    }

    @Test
    void thatIsNotThereHoldsNothing() {
        assertThat(LedgerFile.of(new MemorySnapshot(), FILE)).isEqualTo(LedgerFile.NONE);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(LINE, "has no end behind line 1"),
                Arguments.of(LINE + "\r\n", "has a line 1 that is ended by CR LF, not LF"),
                Arguments.of(LINE + "\r", "has no end behind line 1"),
                Arguments.of("\n" + LINE + "\n", "has a line 1 that is not '<id> sha256:<64 lower-case hex digits>'"),
                Arguments.of(LINE + "\n\n", "has a line 2 that is not '<id> sha256:<64 lower-case hex digits>'"),
                Arguments.of(
                        "\uFEFF" + LINE + "\n", "has a line 1 that is not '<id> sha256:<64 lower-case hex digits>'"),
                Arguments.of(LINE + " \n", "has a line 1 that is not '<id> sha256:<64 lower-case hex digits>'"),
                Arguments.of(LINE + "\0\n", "has a line 1 that is not '<id> sha256:<64 lower-case hex digits>'"),
                Arguments.of(
                        "old sha256:" + DIGEST.toUpperCase(Locale.ROOT) + "\n",
                        "has a line 1 that is not '<id> sha256:<64 lower-case hex digits>'"),
                Arguments.of(
                        "Old sha256:" + DIGEST + "\n",
                        "has a line 1 that is not '<id> sha256:<64 lower-case hex digits>'"),
                Arguments.of(
                        "old  sha256:" + DIGEST + "\n",
                        "has a line 1 that is not '<id> sha256:<64 lower-case hex digits>'"),
                Arguments.of(
                        "# a comment\n" + LINE + "\n",
                        "has a line 1 that is not '<id> sha256:<64 lower-case hex digits>'"),
                Arguments.of(
                        "young sha256:" + DIGEST + "\n",
                        "has in line 1 an id that belongs into " + Layout.ledgerFile("young")),
                Arguments.of(LINE + "\n" + LINE + "\n", "has a line 2 that is out of order, or there twice"),
                Arguments.of(
                        "old-414 sha256:" + DIGEST + "\n" + LINE + "\n",
                        "has a line 2 that is out of order, or there twice"),
                Arguments.of(
                        "<<<<<<< HEAD\n" + LINE + "\n=======\n>>>>>>> main\n",
                        "has a line 1 that is the mark of a merge conflict"),
                Arguments.of(
                        "\0GITCRYPT\0abc",
                        "is ciphertext of git-crypt in git; take .gatekeeper/ out of the filter in .gitattributes"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void saysWhatKeepsItFromBeingOne(String text, String problem) {
        assertThat(read(text).problem()).contains(problem);
    }

    /** What archive writes anew keeps them. */
    @Test
    void loosesNoLineThatCanBeReadForWhatIsWrongWithOthers() {
        assertThat(read("<<<<<<< HEAD\n" + LINE + "\n=======\n" + "old-414 sha256:" + DIGEST + "\n>>>>>>> main\n")
                        .lines())
                .extracting(LedgerLine::id)
                .containsExactly("old", "old-414");
    }

    @Test
    void isARegularFileOfABoundedSize() {
        assertThat(LedgerFile.of(new MemorySnapshot().with(FILE.display(), 0120000, new byte[] {'x'}), FILE)
                        .problem())
                .contains("is not a regular file");
        assertThat(LedgerFile.of(new MemorySnapshot().with(FILE.display(), 0160000, new byte[] {'x'}), FILE)
                        .problem())
                .contains("is not a regular file");
        assertThat(LedgerFile.of(new MemorySnapshot().with(FILE + "/x", LINE + "\n"), FILE)
                        .problem())
                .contains("is not a regular file");
        String large = IntStream.rangeClosed(0, Ledger.MAX_BYTES / LINE.length())
                .mapToObj(number -> LINE + "\n")
                .collect(Collectors.joining());
        assertThat(LedgerFile.of(new MemorySnapshot().with(FILE.display(), large), FILE)
                        .problem())
                .contains("is larger than 4096 KiB");
    }

    @Test
    void findsAnArchivedContractByItsDigest() {
        Ledger ledger = new Ledger(new MemorySnapshot()
                .with(FILE.display(), "old sha256:" + "0".repeat(64) + "\n" + "old-414 sha256:" + DIGEST + "\n")
                .with(".gatekeeper/landed/README.md", "nothing of the ledger's\n"));
        assertThat(ledger.idOf(DIGEST)).contains("old-414");
        assertThat(ledger.idOf("f".repeat(64))).isEmpty();
    }

    @Test
    void aDigestIsNotLookedForInALedgerThatCantBeRead() {
        Ledger ledger = new Ledger(new MemorySnapshot().with(".gatekeeper/landed/ff", 0120000, new byte[] {'x'}));
        assertThatThrownBy(() -> ledger.idOf(DIGEST))
                .isInstanceOf(CannotDecideException.class)
                .hasMessage(".gatekeeper/landed/ff of the target, which says what ids archived contracts have had,"
                        + " is not a regular file");
        Ledger pointer = new Ledger(new MemorySnapshot()
                .with(
                        ".gatekeeper/landed/ff",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:" + DIGEST + "\n"));
        assertThatThrownBy(() -> pointer.idOf("f".repeat(64))).isInstanceOf(CannotDecideException.class);
    }

    private static LedgerFile read(String text) {
        LedgerFile file = LedgerFile.read(FILE, FileContent.of(text.getBytes(UTF_8)));
        assertThat(file).isEqualTo(LedgerFile.of(new MemorySnapshot().with(FILE.display(), text), FILE));
        assertThat(Optional.of(file.lines())).isPresent();
        return file;
    }
}
