package dev.gatekeeper.verdict;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "src/main/java/A b.java", ".gitignore", "a/.github/x.yml", "\u00dcber/caf\u00e9", "...a"})
    void takesWhatHonestToolsWrite(String path) {
        assertThat(problemOf(RawPath.of(path))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\a            | holds a backslash",
                "a\\b           | holds a backslash",
                "a//b           | has an empty part, '.' or '..'",
                "./a            | has an empty part, '.' or '..'",
                "a/..           | has an empty part, '.' or '..'",
                "a./b           | has a part that ends in a dot or a space",
                "'a /b'         | has a part that ends in a dot or a space",
                "a/.GIT/config  | has a part that git takes for its own folder",
                "Git~1/config   | has a part that git takes for its own folder",
                "a\u0007b       | holds a control, format or invisible character",
                "a\u200bb       | holds a control, format or invisible character",
                "a\u3164b       | holds a control, format or invisible character",
                "cafe\u0301     | is not in Unicode's normal form C"
            })
    void saysWhatIsWrong(String path, String problem) {
        assertThat(problemOf(RawPath.of(path))).contains(problem);
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(problemOf(RawPath.ofBytes("caf\u00e9".getBytes(ISO_8859_1)))).contains("is not UTF-8");
    }

    @Test
    void refusesAModeThatGitNeverWrites() {
        ChangedPath added =
                new ChangedPath(RawPath.of("a"), Entry.ABSENT, new Entry(0100600, "a".repeat(40)), Entry.ABSENT);

        assertThat(UnsafePath.problemOf(added)).contains("has mode 100600, which git itself never writes");
    }

    private static Optional<String> problemOf(RawPath path) {
        return UnsafePath.problemOf(
                new ChangedPath(path, Entry.ABSENT, new Entry(0100644, "a".repeat(40)), Entry.ABSENT));
    }
}
