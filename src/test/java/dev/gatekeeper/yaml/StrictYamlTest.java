package dev.gatekeeper.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictYamlTest {

    private static final String SYNTAX = "this is not well-formed YAML: ";

    @Test
    void readsMappingsListsAndTextsWithTheirPlaces() throws StrictYamlException {
        Node.Mapping root = (Node.Mapping) read("a: 1\nb:\n  - x\n  - 'y z'\nc: {d: \"e\"}\n");
        assertThat(root.mark()).hasToString("1:1");
        assertThat(root.get("a")).hasValue(text(1, 4, "1", true));
        Node.Sequence list = (Node.Sequence) root.get("b").orElseThrow();
        assertThat(list)
                .isEqualTo(new Node.Sequence(
                        new Mark(3, 3), java.util.List.of(text(3, 5, "x", true), text(4, 5, "y z", false))));
        assertThat(root.get("c").orElseThrow().mark()).hasToString("5:4");
        assertThat(root.pairs().get(2).key().mark()).hasToString("5:1");
        assertThat(root.get("missing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no", "on", "010", "1:30", "2024-01-01", "1e3", "0x1F", ".inf", "=", "1_000", "true", "~", "null"
            })
    @DisplayName("every scalar is the text that stands there")
    void scalarsAreText(String scalar) throws StrictYamlException {
        assertThat(value("a: " + scalar)).isEqualTo(text(1, 4, scalar, true));
    }

    @Test
    void nullIsToldFromText() throws StrictYamlException {
        assertThat(value("a:").kind()).isEqualTo("nothing");
        assertThat(value("a: ~").kind()).isEqualTo("nothing");
        assertThat(value("a: 'null'").kind()).isEqualTo("a text");
        assertThat(value("a: ''").kind()).isEqualTo("a text");
    }

    @Test
    @DisplayName("columns count code points, and the byte order mark is none")
    void places() throws StrictYamlException {
        assertThat(value("\ufeff\ud83d\ude00: b").mark()).hasToString("1:4");
        assertThat(value("a: b\r\n", 0).mark()).hasToString("1:4");
        assertThat(((Node.Mapping) read("a: b\r\nc: d\r\n"))
                        .get("c")
                        .orElseThrow()
                        .mark())
                .hasToString("2:4");
        assertThat(value("---\na: |\n  x\n  y\n...\n", 0)).isEqualTo(text(2, 4, "x\ny\n", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", "\n \n", "# only a comment\n", "---\n", "--- ~", "null\n"})
    void emptyDocuments(String text) {
        assertThat(problem(text)).isEqualTo(Problem.ofFile("the file is empty"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a: &x 1                 | 1:4 | an anchor ('&') is not allowed; write the value out where it is needed
            a: &x {b: c}            | 1:4 | an anchor ('&') is not allowed; write the value out where it is needed
            - &x a\\n- *x           | 1:3 | an anchor ('&') is not allowed; write the value out where it is needed
            a: *x                   | 1:4 | an alias ('*') is not allowed; write the value out, or put a text that starts with '*' in quotes
            *x : a                  | 1:1 | an alias ('*') is not allowed; write the value out, or put a text that starts with '*' in quotes
            a: !!binary aGk=        | 1:4 | a tag ('!') is not allowed; put a text that starts with '!' in quotes
            a: ! b                  | 1:4 | a tag ('!') is not allowed; put a text that starts with '!' in quotes
            a: !!set {b, c}         | 1:4 | a tag ('!') is not allowed; put a text that starts with '!' in quotes
            - !/docs/               | 1:3 | a tag ('!') is not allowed; put a text that starts with '!' in quotes
            %YAML 1.2\\n---\\na: b  | 1:1 | a directive ('%') is not allowed
            \\n# x\\n%FOO\\n---\\na: b | 3:1 | a directive ('%') is not allowed
            a: b\\n---\\nc: d       | 2:1 | a second document is not allowed
            a: b\\n...\\n---\\n     | 3:1 | a second document is not allowed
            a: b\\n'a': c           | 2:1 | the key 'a' stands here a second time
            x: {a: b, \\"\\\\x61\\": c} | 1:11 | the key 'a' stands here a second time
            a: b\\n<<: {c: d}       | 2:1 | a merge key ('<<') is not allowed; write the keys out
            [a]: b                  | 1:1 | a key is a list or a mapping; a key must be a text
            {a: b}: c               | 1:1 | a key is a list or a mapping; a key must be a text
            ? [a]\\n: b             | 1:1 | this is not well-formed YAML: a '?' before a key is not allowed; write 'key: value'
            ? \\n: b                | 1:1 | this is not well-formed YAML: a '?' before a key is not allowed; write 'key: value'
            a: b\\n? c # x\\n  d     | 2:1 | this is not well-formed YAML: a '?' before a key is not allowed; write 'key: value'
            x: {a: b, ?c: d}        | 1:11 | this is not well-formed YAML: a '?' before a key is not allowed; write 'key: value'
            ' ': b             | 1:1 | a key is empty; a key must be a text
            a: b\\n%decision c      | 2:1 | a directive ('%') is not allowed
            a: \"b\\n%c\"           | 2:1 | a directive ('%') is not allowed
            '': b                   | 1:1 | a key is empty; a key must be a text
            ~: b                    | 1:1 | a key is empty; a key must be a text
            ' ': b                  | 1:1 | a key is empty; a key must be a text
            """, quoteCharacter = '`')
    void refusesWhatReadersTakeForDifferentThings(String text, String mark, String words) {
        Problem problem = problem(unescape(text));
        assertThat(problem.text()).isEqualTo(words);
        assertThat(problem.mark().orElseThrow()).hasToString(mark);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a:\\n\\tb: c        | 2:1  | a tab can't indent; use spaces
            a:\\n  \\tb: c      | 2:3  | a tab can't indent; use spaces
            a:\\tb             | 1:3  | a tab stands here; write a space
            -\\tb              | 1:2  | a tab stands here; write a space
            `a: |\\t\\n  x`     | 1:5  | a tab stands here; write a space
            a: b\\n\\t\\nc: d    | 2:1  | a tab stands alone on this line; take it out
            a: b\\n \\t         | 2:2  | a tab stands alone on this line; take it out
            {a: x/pr?id=42}     | 1:9  | a '?' ends a text without quotes inside '[ ]' and '{ }'; put the text in quotes
            a: [b/, /c?.md]     | 1:11 | a '?' ends a text without quotes inside '[ ]' and '{ }'; put the text in quotes
            a: [b ?c]           | 1:7  | a bracket is not closed, or a comma is missing
            a: \\"x:\\\\/y\\"     | 1:8  | the escape '\\/' is JSON's; write '/'
            a: @b               | 1:4  | a text can't start with this character; put the text in quotes
            a: b: c             | 1:5  | a ':' is out of place; put a text that holds ': ' in quotes, or mend the indentation
            a: - b              | 1:4  | a '-' or '?' is out of place; mend the indentation
            a: b\\nc\\nd: e     | 3:1  | a key has no ':' behind it
            a: 'b               | 1:6  | a quote is not closed
            a: \\"\\\\q\\"      | 1:6  | an escape is unknown; put a text with a backslash in single quotes
            a: \\"\\\\U00110000\\" | 1:7 | an escape is unknown; put a text with a backslash in single quotes
            a: 'b' c            | 1:8  | the indentation doesn't fit the lines above, or a text in quotes goes on behind them
            a: [b               | 1:6  | a bracket is not closed, or a comma is missing
            a: b\\n...\\nc: d   | 3:1  | something follows the end of the document
            a: \\"b\\n---\\n\\" | 2:1  | a quote is not closed before the end of the document
            a: ]                | 1:4  | a value is expected here
            - **/auth/**        | 1:4  | a text that starts with '*' must stand in quotes
            - &&                | 1:4  | a text that starts with '&' must stand in quotes
            a: >x               | 1:5  | mend the line, or put its text in quotes
            ...                 | 1:1  | a value is expected here
            """, quoteCharacter = '`')
    void explainsSyntaxErrors(String text, String mark, String words) {
        Problem problem = problem(unescape(text));
        assertThat(problem.text()).isEqualTo(SYNTAX + words);
        assertThat(problem.mark().orElseThrow()).hasToString(mark);
    }

    @Test
    @DisplayName("where a comment cuts a text in two, the comment is the cause")
    void aTextThatGoesOnBehindAComment() {
        for (String text : java.util.List.of("a: x #42\n  more\n", "a: x #42\n  more\nb: c", "[x #42\n more]")) {
            assertThat(problem(text).text()).contains("what follows ' #' is a comment to YAML");
            assertThat(problem(text).mark()).hasValue(new Mark(1, 1 + text.indexOf('#')));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< HEAD\n",
                "=======\r\n",
                "=======",
                ">>>>>>> topic",
                "||||||| 1a2b3c4\nb: c\n=======\n",
            })
    void namesAMergeConflict(String mark) {
        assertThat(problem("a: b\n" + mark))
                .isEqualTo(Problem.at(
                        new Mark(2, 1), "a merge conflict was committed here; resolve it, and take its marks out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"```yaml\na: b\n```\n", "~~~\na: b\n~~~\n"})
    void namesAFenceOfMarkdown(String text) {
        assertThat(problem(text))
                .isEqualTo(Problem.at(
                        new Mark(1, 1), "a fence of Markdown stands here; take it out, and the one that ends it"));
    }

    @Test
    @DisplayName("marks and fences within a text are text")
    void marksInTexts() throws StrictYamlException {
        assertThat(value("a: |\n  <<<<<<< HEAD\n  =======\n  ```\n").text()).isEqualTo("<<<<<<< HEAD\n=======\n```\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a Git LFS pointer, version https://git-lfs.github.com/spec/v1|oid sha256:0000|size 9|",
        "ciphertext of git-crypt, ~GITCRYPT~abc"
    })
    void namesWhatAFilterLeaves(String kind, String content) {
        assertThat(problem(content.replace('|', '\n').replace('~', '\0')))
                .isEqualTo(
                        Problem.ofFile(
                                "git holds " + kind
                                        + " here, not the text; take .gatekeeper/ out of the filter in .gitattributes, and add the file again"));
    }

    @Test
    @DisplayName("a key that an emitter has led by '?' for its length is called too long")
    void longKeys() {
        assertThat(problem("a: b\n? " + "k".repeat(129) + "\n: v\n"))
                .isEqualTo(Problem.at(
                        new Mark(2, 1), SYNTAX + "a key is longer than 128 characters; no key of these files is"));
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {
                "0000", "0007", "000B", "000C", "001B", "007F", "0085", "009F", "061C", "200E", "200F", "2028", "2029",
                "202A", "202E", "2066", "2069", "FEFF", "FDD0", "FDEF", "FFFE", "FFFF", "1FFFE", "10FFFF"
            })
    @DisplayName("forbidden characters are refused in the text, in comments and as escapes")
    void forbiddenCharacters(String hex) {
        String character = Character.toString(Integer.parseInt(hex, 16));
        assertThat(problem("a: b\nx\ud83d\ude00" + character + ": y"))
                .isEqualTo(Problem.at(new Mark(2, 3), "the character U+" + hex + " is not allowed"));
        assertThat(problem("a: b # " + character).mark()).hasValue(new Mark(1, 8));
        assertThat(problem(String.format("a: \"\\U%08x\"", Integer.parseInt(hex, 16))))
                .isEqualTo(Problem.at(
                        new Mark(1, 4), "an escape stands for the character U+" + hex + ", which is not allowed"));
        assertThat(problem(String.format("\"a\\U%08x\": b", Integer.parseInt(hex, 16)))
                        .mark())
                .hasValue(new Mark(1, 1));
    }

    @Test
    @DisplayName("a lone CR, also at the end and as an escape, and an escaped lone surrogate are refused; CRLF is not")
    void returns() {
        assertThat(problem("a: b\rc: d")).isEqualTo(Problem.at(new Mark(1, 5), "the character U+000D is not allowed"));
        assertThat(problem("a: b\r").mark()).hasValue(new Mark(1, 5));
        assertThat(problem("a: \"b\\r\\n\"").text())
                .isEqualTo(
                        "an escape stands for the character U+000D, which is not allowed; take the '\\' and its 'r' out");
        assertThat(problem("a: \"\\ud83d\"").text())
                .isEqualTo("an escape stands for the character U+D83D, which is not allowed");
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(problem("a: \u00e9".getBytes(ISO_8859_1)))
                .isEqualTo(Problem.at(new Mark(1, 4), "the bytes from here on are not UTF-8"));
        assertThat(problem("a: b".getBytes(UTF_16)).text()).isEqualTo("the bytes from here on are not UTF-8");
        assertThat(problem("a: b".getBytes(java.nio.charset.StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo("the character U+0000 is not allowed");
        assertThat(problem(new byte[] {'a', '\n', (byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .isEqualTo(Problem.at(new Mark(2, 1), "the bytes from here on are not UTF-8"));
        assertThat(problem(new byte[] {'a', (byte) 0xC3}).mark()).hasValue(new Mark(1, 2));
    }

    @Test
    void limits() throws StrictYamlException {
        assertThat(problem(new byte[StrictYaml.MAX_BYTES + 1]))
                .isEqualTo(Problem.ofFile("the file has 262145 bytes; at most 262144 are allowed"));
        assertThat(value("a: b #" + "x".repeat(StrictYaml.MAX_BYTES - 6)).text())
                .isEqualTo("b");
        assertThat(read("[".repeat(20) + "]".repeat(20)).kind()).isEqualTo("a list");
        assertThat(problem("[".repeat(21) + "]".repeat(21)))
                .isEqualTo(Problem.at(new Mark(1, 21), "the nesting is too deep; at most 20 levels are allowed"));
        assertThat(problem("- a\n".repeat(10_000)))
                .isEqualTo(Problem.at(new Mark(10_000, 3), "the file has too many values; at most 10000 are allowed"));
        assertThat(value("a: " + "x".repeat(16_384)).kind()).isEqualTo("a text");
        assertThat(problem("a: " + "x".repeat(16_385)))
                .isEqualTo(Problem.at(new Mark(1, 4), "the text is too long; at most 16384 characters are allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{a: ",
                "- ",
                "? ",
                "[[],",
                "a: [",
                "- - ",
                "{",
                "'",
                "!",
                "&a ",
                "x\u00a0",
                "- -\u00a0",
                "\u00a0"
            })
    @DisplayName("nothing within the limit of size stalls the reader")
    void stalls(String unit) {
        String text = unit.repeat((StrictYaml.MAX_BYTES - 1) / unit.length());
        Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(problem(text).text()).isNotEmpty());
    }

    private static String unescape(String text) {
        return text.replace("\\\\", "\u0001")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\\"", "\"")
                .replace("\u0001", "\\");
    }

    private static Node.Text text(int line, int column, String text, boolean plain) {
        return new Node.Text(new Mark(line, column), text, plain, Optional.empty());
    }

    private static Node read(String text) throws StrictYamlException {
        return StrictYaml.read(text.getBytes(UTF_8));
    }

    private static Node.Text value(String text) throws StrictYamlException {
        return value(text, 0);
    }

    private static Node.Text value(String text, int pair) throws StrictYamlException {
        return (Node.Text) ((Node.Mapping) read(text)).pairs().get(pair).value();
    }

    private static Problem problem(String text) {
        return problem(text.getBytes(UTF_8));
    }

    private static Problem problem(byte[] bytes) {
        return catchThrowableOfType(StrictYamlException.class, () -> StrictYaml.read(bytes))
                .problem();
    }
}
