package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.change.Level;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            auth          | src/auth/A.java      | true
            auth          | src/AUTH             | true
            auth          | src/author           | false
            auth/         | x/Auth/y             | true
            auth/         | x/auth               | false
            src/auth/**   | src/auth/x/y         | true
            src/auth/**   | SRC/Auth/x           | true
            src/auth/**   | lib/src/auth/x       | false
            src/auth/**   | ſrc/auth/x           | true
            src/auth/**   | ｓｒｃ/auth/x          | true
            src/file/**   | src/ﬁle/x            | true
            straße/**     | STRASSE/x            | true
            café/**       | café/x              | true
            **/auth/**    | auth/x               | true
            **/auth/**    | a/b/auth/c/d         | true
            **/auth/**    | a/b/auth             | false
            *.sql         | a/B.SQL              | true
            *.sql         | a/b.sql/c.txt        | true
            /AI.md        | docs/AI.md           | false
            [A-Z]*.key    | a.key                | true
            [[:upper:]]x  | Ax                   | true
            """)
    @DisplayName("what raises matches as written or folded, and everything below")
    void raising(String glob, String path, boolean expected) {
        for (Level level : List.of(Level.RED, Level.YELLOW)) {
            assertThat(Levels.of(Levels.rule("r", level, glob)).touches(path, "r"))
                    .isEqualTo(expected);
        }
        assertThat(Levels.of(Levels.rule("r", Level.GREEN, "**", "!" + glob)).touches(path, "r"))
                .isNotEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            docs          | docs                 | true
            docs          | docs/evil.java       | false
            *Test.java    | src/FooTest.java     | true
            *Test.java    | FooTest.java/Evil.java | false
            *Test.java    | src/Footest.java     | false
            /docs/        | docs/a/b             | true
            /docs/        | docs                 | false
            /docs/        | Docs/a               | false
            /docs/        | ｄｏｃｓ/a             | false
            docs/         | x/docs/a/b           | true
            docs/**       | docs/a/b             | true
            docs/**       | docs                 | false
            docs/*        | docs/a               | true
            docs/*        | docs/a/b             | false
            **            | a/b                  | true
            docs/**/*.md  | docs/x/a.md/Evil.java | false
            """)
    @DisplayName("what lowers matches exactly, and below a folder only where it ends in / or /**")
    void lowering(String glob, String path, boolean expected) {
        assertThat(Levels.of(Levels.rule("r", Level.GREEN, glob)).touches(path, "r"))
                .isEqualTo(expected);
        for (Level level : List.of(Level.RED, Level.YELLOW)) {
            assertThat(Levels.of(Levels.rule("r", level, "**", "!" + glob)).touches(path, "r"))
                    .isNotEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            src/auth/ !src/auth/x src/auth/x        | src/auth/x   | src/auth/x
            src/auth/ !src/auth/x/                  | src/auth/x/y |
            src/auth/ !src/auth/x/ *.key            | src/auth/x/a.key | *.key
            !src/auth/x/ src/auth/                  | src/auth/x/y | src/auth/
            src/ auth/                              | src/auth/a   | auth/
            """)
    @DisplayName("the last pattern of a rule that matches decides, and is the one that is named")
    void lastWins(String globs, String path, String expected) {
        assertThat(Levels.of(Levels.rule("r", Level.RED, globs.split(" "))).pattern(path, "r"))
                .isEqualTo(java.util.Optional.ofNullable(expected));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/src/auth/*.java, /src /src/auth",
        "src/auth/, /src /src/auth",
        "src/auth/**, /src /src/auth",
        "**/auth/**, /**/auth",
        "auth/, auth",
        "/auth/, /auth",
        "auth, ''",
        "/auth, ''",
        "*.sql, ''",
        "a/**/b, /a /a/**",
        "/a/**/, /a /a/**",
        "a/**/auth/**, /a /a/** /a/**/auth",
        "**/*.java, ''",
        "/**, ''",
        "!a**/b, /a*",
    })
    void foldersOfAPattern(String glob, String expected) {
        assertThat(String.join(" ", Glob.folders(glob))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "''{0}'' {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``        | matches nothing
            !         | matches nothing
            /         | matches nothing
            !/        | matches nothing
            !!a       | takes back twice; write '!\\!' in single quotes for a name that starts with '!'
            #a        | is a comment to git; write '\\#' in single quotes for a name that starts with '#'
            !#a       | is a comment to git; write '\\#' in single quotes for a name that starts with '#'
            `a `      | starts or ends with a space
            ` a`      | starts or ends with a space
            `! a`     | starts or ends with a space
            `a/** ` | starts or ends with a space
            a//b      | matches nothing: no path has a part ''
            //a       | matches nothing: no path has a part ''
            ./a       | matches nothing: no path has a part '.'
            a/../b    | matches nothing: no path has a part '..'
            a/***     | holds '***'; write '*' within a name, or '**' for any folders
            *a*b*c*d* | holds more than 4 '*' in one name
            src\\auth | holds a '\\' that escapes nothing; folders are told apart by '/'
            a\\       | holds a '\\' that escapes nothing; folders are told apart by '/'
            a\\/b     | holds a '\\' that escapes nothing; folders are told apart by '/'
            a[b       | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            []        | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            a[b/c]d   | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            [b-a]     | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            [xb-a]    | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            [Z-a]x    | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            [é-ü]     | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            [a€]      | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            [a-c-e]   | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            [a&&b]    | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            [^^]      | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            [[:foo:]] | holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself
            """)
    @DisplayName("a pattern that matches nothing, or something else than it seems to, is refused")
    void flaws(String glob, String words) {
        assertThat(Glob.flaw(glob)).hasValue(words);
        assertThatThrownBy(() -> new PathPattern(glob)).hasMessage("'" + glob + "' " + words);
    }

    @Test
    void hiddenCharactersAndLengthAreFlaws() {
        for (String hidden : List.of(
                "a\u200bb", "a\nb", "a\tb", "a\u3164", "\u00ada", "a\u0000", "a\u3000b", "a\u200db", "a\ufe0f")) {
            assertThat(Glob.flaw(hidden)).hasValue("holds a character that nobody sees");
        }
        assertThat(Glob.flaw("a".repeat(1001))).hasValue("is longer than 1000 characters");
        assertThat(Glob.flaw("a".repeat(1000))).isEmpty();
    }

    @Test
    void soundGlobs() {
        for (String glob : Arrays.asList(
                "a",
                "/a/",
                "**",
                "/**",
                "**/a/**",
                "a b",
                "a**",
                "\\#a",
                "!\\!a",
                "\\[x]",
                "\\{a\\}",
                "\\^a\\$",
                "\\(a\\|b\\)",
                "a\\,\\ b\\ \\@c\\:d",
                "[!a-z0-9_]x",
                "[[:digit:]]*",
                "a?b",
                "é*",
                "[é½Ⅷ]x",
                "[\u2c2f]x",
                "a\u00a0b",
                "a\u202fb",
                "\u0645\u06cc\u200c\u062e",
                "\u2764\ufe0f/",
                ".*",
                "...",
                "{a}",
                "a[-b]",
                "*a*b*c*",
                "x]")) {
            assertThat(Glob.flaw(glob)).as(glob).isEmpty();
        }
    }

    @Test
    @DisplayName("stars beside other characters count as one, as gitignore has it")
    void starsBesideOthers() {
        assertThat(Glob.plain("!a**/**/**.md")).isEqualTo("a*/**/*.md");
        assertThat(Glob.plain("\\**x")).isEqualTo("\\**x");
        assertThat(Levels.of(Levels.rule("r", Level.RED, "src/**.java")).touches("src/a/B.java", "r"))
                .isFalse();
    }

    @Test
    void equalByGlob() {
        assertThat(new PathPattern("a*"))
                .isEqualTo(new PathPattern("a*"))
                .hasSameHashCodeAs(new PathPattern("a*"))
                .hasToString("a*");
        assertThat(new PathPattern("a*")).isNotEqualTo(new PathPattern("b*")).isNotEqualTo("a*");
    }
}
