package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

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
    }
}
