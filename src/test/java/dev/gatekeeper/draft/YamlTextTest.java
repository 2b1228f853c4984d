package dev.gatekeeper.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text holds, whoever reads the file gets that very text back. */
class YamlTextTest {

    private static final String[] PIECES = {
        "a",
        "Word",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        ":",
        ": ",
        " #",
        "#",
        "#4",
        "- ",
        "-",
        "?",
        "? ",
        "'",
        "''",
        "\"",
        "\\",
        "|",
        ">",
        "*",
        "&",
        "!",
        "%",
        "@",
        "`",
        "{",
        "}",
        "[",
        "]",
        ",",
        "=",
        "~",
        "null",
        "true",
        "no",
        "1.5",
        "0x1",
        "---",
        "...",
        "\u00e9",
        "\u00df",
        "\u4e2d",
        "\ud83d\ude80",
        "\u00a0",
        "\u2003",
        "\u200b",
        "<<",
        "=>",
        "$",
        "..",
        "\\n",
        "x: y"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anyTextIsReadBackAsItWas(long seed) throws StrictYamlException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(7); piece >= 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertReadBack(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "\n\n",
                "a\n",
                "a\n\n\n",
                "\na",
                " a\nb",
                "a\n b",
                "a \nb",
                "a\n \nb",
                "null",
                "~",
                "Yes",
                "- a",
                "? a",
                "Fixes #4711: x",
                "# a",
                "#4711",
                "a\n#4711\nb",
                "a: b",
                "a:",
                "'a'",
                "\"a\"",
                "C:\\temp\\new",
                "it's",
                "---",
                "--- a",
                "a\n---\nb",
                "...",
                "%YAML 1.2",
                "<<",
                "=",
                "a\tb",
                "\ta",
                "{a: b}",
                "[a, b]",
                "*a",
                "&a b",
                "!a",
                "|",
                ">",
                "@a",
                "`a`",
                "1",
                "1e3",
                "2026-01-01",
                "Dies ist gr\u00f6\u00dfer."
            })
    void theseTooAre(String text) throws StrictYamlException {
        assertReadBack(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Refresh tokens rotate on each use. | Refresh tokens rotate on each use.",
                "Fixes #4711: x | 'Fixes #4711: x'",
                "it's | 'it''s'",
                "no | 'no'",
                "mvn -B verify | mvn -B verify"
            })
    void isWrittenAsAPersonWould(String text, String yaml) {
        assertThat(YamlText.of(text, 2)).isEqualTo(yaml);
    }

    private static void assertReadBack(String text) throws StrictYamlException {
        String yaml = "key: " + YamlText.of(text, 2) + "\n# A comment.\nlist:\n  - " + YamlText.of(text, 4)
                + "\n  # Another.\n  - inner: " + YamlText.of(text, 6) + "\n    other: " + YamlText.of(text, 6)
                + "\nlast: " + YamlText.of(text, 2) + "\n";
        Node.Mapping root = (Node.Mapping) StrictYaml.read(yaml.getBytes(UTF_8));
        Node.Sequence list = (Node.Sequence) root.get("list").orElseThrow();
        Node.Mapping inner = (Node.Mapping) list.items().get(1);
        for (Node node : new Node[] {
            root.get("key").orElseThrow(),
            list.items().get(0),
            inner.get("inner").orElseThrow(),
            inner.get("other").orElseThrow(),
            root.get("last").orElseThrow()
        }) {
            Node.Text read = (Node.Text) node;
            assertThat(read.text()).as(yaml).isEqualTo(text);
            assertThat(read.isNull()).as(yaml).isFalse();
            assertThat(read.comment()).as(yaml).isEmpty();
        }
    }
}
