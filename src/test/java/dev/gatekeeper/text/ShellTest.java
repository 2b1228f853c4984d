package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "refs/heads/main, refs/heads/main",
                "/tmp/a_b.c@d:e+f-1, /tmp/a_b.c@d:e+f-1",
                "./a/.b, ./a/.b",
                "~/a, '~/a'",
                "-x, '-x'",
                "a b, 'a b'",
                "a;rm, 'a;rm'",
                "$(rm), '$(rm)'",
                "a'b, 'a'\\''b'",
                "\"\", ''",
            })
    void leavesNothingForAShellToRead(String word, String quoted) {
        assertThat(Shell.quote(word)).isEqualTo(quoted);
        assertThat(Shell.quoteBytes(word))
                .isEqualTo(word.contains("@") ? "\"$(printf '/tmp/a_b.c\\100d\\072e+f-1')\"" : quoted);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a\\b, a\\134b",
                "a  b, a\\040\\040b",
                "-\u0007a, \\055\\007a",
                "100%\u0007s, 100\\045\\007s",
                "caf\u00e9, caf\\351",
                "~~~, \\176\\176\\176",
                "a: git b, a\\072\\040git\\040b",
                "a:, a\\072",
                "cafe\u00cc\u0081, cafe\\314\\201",
                "\u00e2\u0080\u008d, \\342\\200\\215",
            })
    void writesInOctalWhatACopyWouldLose(String bytes, String format) {
        assertThat(Shell.quoteBytes(bytes)).isEqualTo("\"$(printf '" + format + "')\"");
    }

    @Test
    void leavesLettersOfAnyScript() {
        assertThat(Shell.quoteBytes("caf\u00c3\u00a9")).isEqualTo("'caf\u00e9'");
    }
}
