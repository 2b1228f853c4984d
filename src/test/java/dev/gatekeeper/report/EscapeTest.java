package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/Größe.java",
                "日本語/ファイル.txt",
                "C:\\Windows\\system32",
                "a\\.b",
                "std::vector",
                "Jane Smith <jane@acme.example>",
                "**/auth/**",
                "😀.md"
            })
    void leavesHonestTextAsItIs(String text) {
        assertThat(Escape.line(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "000A, \\n",
                "000D, \\r",
                "0009, \\t",
                "0000, \\u0000",
                "001B, \\u001B",
                "007F, \\u007F",
                "0085, \\u0085",
                "009B, \\u009B",
                "00A0, \\u00A0",
                "00AD, \\u00AD",
                "034F, \\u034F",
                "1160, \\u1160",
                "17B4, \\u17B4",
                "180E, \\u180E",
                "200B, \\u200B",
                "200E, \\u200E",
                "2028, \\u2028",
                "2029, \\u2029",
                "202E, \\u202E",
                "2066, \\u2066",
                "2800, \\u2800",
                "3000, \\u3000",
                "3164, \\u3164",
                "D800, \\uD800",
                "DFFF, \\uDFFF",
                "E000, \\uE000",
                "FE0F, \\uFE0F",
                "FEFF, \\uFEFF",
                "FFA0, \\uFFA0",
                "FFFC, \\uFFFC",
                "FFFF, \\uFFFF",
                "16FE4, \\u{16FE4}",
                "1D159, \\u{1D159}",
                "E0041, \\u{E0041}",
                "E01EF, \\u{E01EF}",
                "10FFFF, \\u{10FFFF}"
            })
    void showsWhatAReaderDoesNotSee(String codePoint, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";

        assertThat(Escape.line(text)).isEqualTo("a" + shown + "b");
        assertThat(Escape.path(text)).isEqualTo("a" + shown + "b");
        assertThat(Escape.code(text)).isEqualTo("`a" + shown + "b`");
    }

    /** Where a terminal wraps, it would look like a line of its own. */
    @Test
    void aRunOfSpacesStartsNoLine() {
        assertThat(Escape.line("a   b")).isEqualTo("a   b");
        assertThat(Escape.line("a" + " ".repeat(5) + "[INFO] PASSED")).isEqualTo("a   \\u0020\\u0020[INFO] PASSED");
    }

    @Test
    void takesAwayTheColoursOfATerminal() {
        assertThat(Escape.line("\u001B[32mPASSED\u001B[0m")).isEqualTo("\\u001B[32mPASSED\\u001B[0m");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "::error::x,\\u003A:error::x",
                "  ::error::x,  \\u003A:error::x",
                ":::x,\\u003A::x",
                "a::error,a::error",
                "a ##[error]x,a #\\u0023[error]x",
                "##vso[task.complete],#\\u0023vso[task.complete]",
                "###,#\\u0023\\u0023",
                "#12,#12"
            })
    void makesCommandsForACiServerHarmless(String text, String shown) {
        assertThat(Escape.line(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"a\\nb, a\\\\nb", "\\u202E, \\\\u202E", "\\\\, \\\\\\", "\\t, \\\\t", "\\r, \\\\r", "\\x41, \\x41"
            })
    void doublesABackslashOnlyWhereItWouldLookLikeAnEscape(String text, String shown) {
        assertThat(Escape.line(text)).isEqualTo(shown);
        assertThat(Escape.line("\\\n")).isEqualTo("\\\\\\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void showsNoTwoTextsAlike(long seed) {
        String[] alphabet = {"\\", "n", "\n", "u", "{", "}", "0", "A", "00", "A0", "\u00A0", "t", "\t", "#", ":", " "};
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, String> lines = new HashMap<>();
        Map<String, String> paths = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(alphabet[random.nextInt(alphabet.length)]);
            }
            String made = text.toString();
            assertThat(lines.merge(Escape.line(made), made, (first, second) -> first))
                    .isEqualTo(made);
            assertThat(paths.merge(Escape.path(made), made, (first, second) -> first))
                    .isEqualTo(made);
        }
    }

    @Test
    void showsSpacesOfAPathThatWouldLookLikeAColumn() {
        assertThat(Escape.path(" a.yaml:1:1  all is well ")).isEqualTo("\\u0020a.yaml:1:1 \\u0020all is well\\u0020");
        assertThat(Escape.path("a b")).isEqualTo("a b");
    }

    @Test
    void keepsWhatEndsItOutOfACodeSpan() {
        assertThat(Escape.code("`|<b>@team #1 [x](http://y) &amp; *z*"))
                .isEqualTo("`\\u0060\\u007C<b>@team #1 [x](http://y) &amp; *z*`");
    }

    @Test
    void putsWhatIsNoPlainWordOfASentenceIntoCodeSpans() {
        assertThat(Escape.prose(
                        "riskLevel is GREEN, but the change is RED: src/auth/T.java (rule auth: Auth or permissions)"))
                .isEqualTo(
                        "riskLevel is GREEN, but the change is RED: `src/auth/T.java` (rule auth: Auth or permissions)");
        assertThat(Escape.prose("see (@team #1 <b>), or *z* and http://y, 1. one - two :tada: www.y."))
                .isEqualTo("see (`@team #1 <b>`), or `*z*` and `http://y`, `1`. one `-` two `:tada`: `www.y`.");
        assertThat(Escape.prose("by Ren\u00e9e O'Neil-Smith in 1a2b3c4d5e6f"))
                .isEqualTo("by Ren\u00e9e O'Neil-Smith in `1a2b3c4d5e6f`");
        assertThat(Escape.prose("calls Token.rotate(), see GH-1 (as rotate() of ACME-12)."))
                .isEqualTo("calls `Token.rotate()`, see `GH-1` (as `rotate()` of `ACME-12`).");
        assertThat(Escape.prose(
                        "(Never weaken access control.), for “users” — don’t 'ask me' 1a2b3c4d5e6f: src/T.java, x.y"))
                .isEqualTo(
                        "(Never weaken access control.), for “users” — don’t 'ask me' `1a2b3c4d5e6f`: `src/T.java`, `x.y`");
        assertThat(Escape.prose("add '- auth: <how you checked it>' to it, 'tis #1"))
                .isEqualTo("add `'- auth: <how you checked it>'` to it, 'tis `#1`");
        assertThat(Escape.prose("a  b")).isEqualTo("`a \\u0020b`");
        assertThat(Escape.prose(" a")).isEqualTo("`\\u0020a`");
        assertThat(Escape.prose("")).isEqualTo("`(nothing)`");
        assertThat(Escape.prose("a\n\n# PASSED")).isEqualTo("`a\\n\\n#` PASSED");
        assertThat(Escape.prose("x\u3164")).isEqualTo("`x\\u3164`");
    }

    @Test
    void linksAnAddressOfHarmlessCharactersAlone() {
        String address = "https://github.example/acme/shop/pull/42#pullrequestreview-1";
        assertThat(Escape.link(address)).isEqualTo("<" + address + ">");
        assertThat(Escape.link(address + " and more")).isEqualTo("`" + address + "` and more");
        assertThat(Escape.link("javascript:alert(1)")).isEqualTo("`javascript:alert(1)`");
        assertThat(Escape.link("http://x/<b>")).isEqualTo("`http://x/<b>`");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(Escape.code("")).isEqualTo("`(nothing)`");
        assertThat(Escape.line("")).isEmpty();
    }

    @Test
    void takesTheMiddleOutOfALongText() {
        assertThat(Escape.line("x".repeat(2000))).isEqualTo("x".repeat(2000));
        assertThat(Escape.line("x".repeat(1500) + "😀".repeat(123) + "y".repeat(500)))
                .isEqualTo("x".repeat(1500) + " … 123 characters left out … " + "y".repeat(500));
    }
}
