package dev.gatekeeper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafePathTest {

    private static final int FILE = 0100644;
    private static final String UNSEEN = "holds a control, format or invisible character";
    private static final String EMPTY_PART = "has an empty part, '.' or '..'";
    private static final String END = "has a part that ends in a dot or a space";
    private static final String GIT = "has a part that git takes for its own folder";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a\tb",
                "a\0b",
                "\u001b[2K",
                "\u007f",
                "\u0085",
                "\u2028",
                "\u2029",
                "a\u200b",
                "\u202egpj",
                "\u2066",
                "\ufeffa",
                "a\u00ad",
                "a\u3164",
                "a\u115f",
                "a\uffa0",
                "a\u2800",
                "a\ufe0f",
                "a\u034f",
                "\udb40\udc41"
            })
    void refusesWhatNobodySees(String name) {
        assertThat(problem("src/" + name + "/T.java")).contains(UNSEEN);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] latin = {'c', 'a', 'f', (byte) 0xe9};
        byte[] overlong = {(byte) 0xc0, (byte) 0xaf};
        byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
        for (byte[] bytes : new byte[][] {latin, overlong, surrogate}) {
            assertThat(problem(RawPath.ofBytes(bytes), FILE)).contains("is not UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cafe\u0301", "A\u030a", "\u212b", "\u1100\u1161"})
    void refusesOtherFormsThanNfc(String name) {
        assertThat(problem(name)).contains("is not in Unicode's normal form C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"src\\auth\\T.java", "\\a", "a\\"})
    void refusesBackslashes(String path) {
        assertThat(problem(path)).contains("holds a backslash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "a/../b", "a/..", ".", "./a", "a/./b", "a//b", "/a", "a/"})
    void refusesPartsThatAreNone(String path) {
        assertThat(problem(path)).contains(EMPTY_PART);
    }

    /** Some file systems drop them, so that {@code src/auth.} becomes {@code src/auth}. */
    @ParameterizedTest
    @ValueSource(strings = {"src/auth./T", "src/auth /T", "T.java.", "T.java ", "...", "a/ "})
    void refusesEndsThatAFileSystemDrops(String path) {
        assertThat(problem(path)).contains(END);
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/config", "a/.GIT/hooks/x", "git~1/config", "a/GIT~1"})
    void refusesWhatGitTakesForItsOwnFolder(String path) {
        assertThat(problem(path)).contains(GIT);
    }

    /** An added {@code AUTHEN~1/T.java} lies in {@code authentication} there. */
    @ParameterizedTest
    @ValueSource(strings = {"src/AUTHEN~1/T.java", "TOKENS~1.JAV", "a/b~2", "AU2A3B~1.x", "au~123/T", "a~1.j"})
    void refusesWhatWindowsTakesForAnotherName(String path) {
        assertThat(problem(path)).contains("has a part that Windows takes for another, longer name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a~", "~1", "notes.md~1", "file.java~", "longname~1", "a~b", "a~1.java", "a~1b", "abcdef~123"})
    void takesOtherTildes(String path) {
        assertThat(problem(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100664", "100600", "100777", "100640", "040000", "120777", "160755"})
    void refusesModesThatGitNeverWrites(String mode) {
        assertThat(problem(RawPath.of("a"), Integer.parseInt(mode, 8)))
                .contains("has mode " + mode + ", which git itself never writes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                ".a",
                "a.b",
                "a b",
                "..a",
                "a..b",
                ".github/x",
                ".gitignore",
                "gitwxyz~1",
                "caf\u00e9",
                "\u00e4/\u4e2d",
                "\ud83d\ude00.png",
                "a'b",
                "a;b",
                "a:b",
                "$(x)"
            })
    void passesWhatPeopleWrite(String path) {
        for (int mode : new int[] {FILE, 0100755, 0120000, 0160000}) {
            assertThat(problem(RawPath.of(path), mode)).isEmpty();
        }
    }

    private static Optional<String> problem(String path) {
        return problem(RawPath.of(path), FILE);
    }

    private static Optional<String> problem(RawPath path, int mode) {
        return UnsafePath.problemOf(new ChangedPath(path, Entry.ABSENT, new Entry(mode, "1".repeat(40)), Entry.ABSENT));
    }
}
