package dev.gatekeeper.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.PolicyText;
import dev.gatekeeper.verdict.UnsafePath.Flaw;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafePathTest {

    private static final int FILE = 0100644;
    private static final String UNSEEN = "holds a control, format or invisible character: ";
    private static final String EMPTY_PART = "has an empty part, '.' or '..'";
    private static final String END = "has a part that ends in a dot or a space: ";
    private static final String NOTHING = "has a part with nothing but dots, spaces or joiners";
    private static final String JOINER = "holds a joiner where none belongs: ";
    private static final String SHORT = "has a part that Windows takes for another, longer name";
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
        int unseen = name.codePoints()
                .filter(c -> c < ' ' || c > '~' || c == 0x7f)
                .findFirst()
                .orElseThrow();
        assertThat(never("src/" + name + "/T.java"))
                .first()
                .asString()
                .startsWith(UNSEEN + String.format("U+%04X", unseen));
        assertThat(allowable("src/" + name + "/T.java")).isEmpty();
    }

    @Test
    void namesEachUnseenCharacterOnceAndNotTooMany() {
        assertThat(never("a\u202eb\u200bc\u202e")).containsExactly(UNSEEN + "U+202E U+200B");
        assertThat(never("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e"))
                .containsExactly(UNSEEN + "U+0001 U+0002 U+0003 U+0004 U+0005 U+0006 U+0007 U+0008 …");
    }

    @Test
    void aPolicyMayAllowBytesThatAreNoUtf8() {
        byte[] latin = {'c', 'a', 'f', (byte) 0xe9};
        byte[] overlong = {(byte) 0xc0, (byte) 0xaf};
        byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
        for (byte[] bytes : new byte[][] {latin, overlong, surrogate}) {
            RawPath path = RawPath.ofBytes(bytes);
            assertThat(flaws(path, FILE))
                    .containsExactly(new Flaw("is not UTF-8: " + path.display(), OptionalInt.of(0), false));
        }
    }

    /** Old Macs write one, and keyboards type letters that no normal form holds. */
    @ParameterizedTest
    @ValueSource(strings = {"cafe\u0301", "A\u030a", "\u212b", "\u1100\u1161", "\u09df"})
    void asksForNoNormalForm(String name) {
        assertThat(flaws(RawPath.of(name), FILE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.md",
                "\u0dc1\u0dca\u200d\u0dbb\u0dd3/x",
                "\u0d28\u0d4d\u200d",
                "\ud83d\udc68\u200d\ud83d\udc69.png",
                "\u2764\ufe0f.md",
                "1\ufe0f\u20e3.md"
            })
    void takesJoinersWhereTheyBelong(String path) {
        assertThat(flaws(RawPath.of(path), FILE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/au\u200dth/T", "src/au\u200cth/T", "a/\u200dx", "a/x\u200c", "\u0645\u200c/\u062e"})
    void aPolicyMayAllowOtherJoiners(String path) {
        assertThat(never(path)).isEmpty();
        assertThat(allowable(path)).hasSize(1).allMatch(flaw -> flaw.startsWith(JOINER));
    }

    @ParameterizedTest
    @CsvSource({
        "src\\auth\\T.java, src\\auth\\T.java",
        "\\a, \\a",
        "a\\, a\\",
        "a/b\\\\c/d, a/b\\\\c",
    })
    void aPolicyMayAllowBackslashes(String path, String name) {
        assertThat(flaws(RawPath.of(path), FILE))
                .containsExactly(new Flaw(
                        "holds a backslash: U+005C",
                        OptionalInt.of(RawPath.of(name).depth()),
                        false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "a/../b", "a/..", ".", "./a", "a/./b", "a//b", "/a", "a/"})
    void refusesPartsThatAreNone(String path) {
        assertThat(never(path)).contains(EMPTY_PART);
        assertThat(allowable(path)).isEmpty();
    }

    /** Some file systems drop them, so that {@code src/auth.} becomes {@code src/auth}. */
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "src/auth./T|U+002E|src/auth.",
                "src/auth /T|U+0020|src/auth ",
                "src/auth\u00a0/T|U+00A0|src/auth\u00a0",
                "T.java.|U+002E|T.java.",
                "T.java |U+0020|T.java ",
            },
            delimiter = '|')
    void aPolicyMayAllowEndsThatAFileSystemDrops(String path, String character, String name) {
        assertThat(flaws(RawPath.of(path), FILE))
                .containsExactly(new Flaw(
                        END + character, OptionalInt.of(RawPath.of(name).depth()), false));
    }

    /** Some system takes them for the folder itself, or the one above. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/...",
                "a/ ",
                "a/.. ",
                "a/. .",
                "a/.\u200d./b",
                "a/\u200c",
                "a\\..\\b",
                "..\\b",
                "a\\..",
                "a\\.. /b",
                "a\\.\\b",
                "a\\ \\b"
            })
    void refusesWhatMayMeanAbove(String path) {
        assertThat(never(path)).contains(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git/config",
                "a/.GIT/hooks/x",
                "git~1/config",
                "a/GIT~1",
                "a\\.git\\config",
                ".git\\hooks\\x",
                "a/.git /x",
                "a/.git./x",
                "a/.git . ./x",
                "a/.g\u200dit/x",
                "a/.git:x",
                "a/.git::$INDEX_ALLOCATION/config",
                "a/git~1 /x",
                "a\\GIT~1.\\x"
            })
    void refusesWhatGitTakesForItsOwnFolder(String path) {
        assertThat(never(path)).contains(GIT);
    }

    /** Whatever a policy allows, it allows no name that is nearly one of Gatekeeper's own files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".gatekeeper/policy.yaml ",
                ".gatekeeper/contracts/a\\b.yaml",
                ".gatekeeper./policy.yaml",
                ".GateKeeper /policy.yaml",
                ".gate\u200dkeeper/policy.yaml",
                ".gatekeeper\\policy.yaml",
                "\\.gatekeeper\\policy.yaml"
            })
    void allowsNothingBelowItsOwnFolder(String path) {
        assertThat(never(path)).isNotEmpty();
        assertThat(allowable(path)).isEmpty();
        assertThat(allowable("vendor/" + path)).isNotEmpty();
    }

    /** An added {@code AUTHEN~1/T.java} lies in {@code authentication} there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/AUTHEN~1/T.java",
                "TOKENS~1.JAV",
                "a/b~2",
                "AU2A3B~1.x",
                "au~123/T",
                "a~1.j",
                "x\\AU~1\\T",
                "AU~1 /T",
                "AU~1./T"
            })
    void refusesWhatWindowsTakesForAnotherName(String path) {
        assertThat(never(path)).contains(SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a~", "~1", "notes.md~1", "file.java~", "longname~1", "a~b", "a~1.java", "a~1b", "abcdef~123"})
    void takesOtherTildes(String path) {
        assertThat(flaws(RawPath.of(path), FILE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100664", "100600", "100777", "100640", "040000", "120777", "160755"})
    void refusesModesThatGitNeverWrites(String mode) {
        assertThat(flaws(RawPath.of("a"), Integer.parseInt(mode, 8)))
                .containsExactly(
                        new Flaw("has mode " + mode + ", which git itself never writes", OptionalInt.empty(), true));
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
            assertThat(flaws(RawPath.of(path), mode)).isEmpty();
        }
    }

    @Test
    void whatIsPlainHasNoFlaw() {
        SplittableRandom random = new SplittableRandom(20_261_122);
        String[] units = {"a", "B", "0", "_", "-", ".", "/", "git", ".git", "..", "//", "~1", " ", "\\", "\u00c3\u00a9"
        };
        int plain = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder bytes = new StringBuilder();
            for (int length = random.nextInt(5); length >= 0; length--) {
                bytes.append(units[random.nextInt(units.length)]);
            }
            // The slash at the end of the other path keeps it from being called plain.
            boolean isPlain = NameReading.isPlain(bytes.toString());
            plain += isPlain ? 1 : 0;
            List<Flaw> flaws = flaws(new RawPath(bytes + "/"), FILE);
            assertThat(!isPlain || flaws.size() == 1).as("%s: %s", bytes, flaws).isTrue();
        }
        assertThat(plain).isGreaterThan(1000);
    }

    /** Each part is looked at once, and each prefix once held against each pattern. */
    @Test
    void aDeepPathTakesNoLongTime() {
        String policy = """
                version: 1
                rules: [{id: a, level: RED, paths: [x]}]
                unsafePathsAllowed: [/vendor/, '!/vendor/own/', '!*.sh']
                """;
        Policies policies = new Policies(List.of(PolicyText.valid(policy, Origin.TARGET)));
        RawPath path = RawPath.of("vendor" + "/a.".repeat(4000));
        assertTimeout(Duration.ofSeconds(10), () -> {
            assertThat(flaws(path, FILE)).hasSize(4000);
            assertThat(policies.forbidUnsafe(path)).hasSize(4001).allMatch(Set::isEmpty);
        });
    }

    private static List<String> never(String path) {
        return flaws(RawPath.of(path), FILE).stream()
                .filter(flaw -> flaw.part().isEmpty())
                .map(Flaw::problem)
                .toList();
    }

    private static List<String> allowable(String path) {
        return flaws(RawPath.of(path), FILE).stream()
                .filter(flaw -> flaw.part().isPresent())
                .map(Flaw::problem)
                .toList();
    }

    private static List<Flaw> flaws(RawPath path, int mode) {
        return UnsafePath.flawsOf(new ChangedPath(path, Entry.ABSENT, new Entry(mode, "1".repeat(40)), Entry.ABSENT));
    }
}
