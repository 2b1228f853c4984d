package dev.gatekeeper.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddSpacesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a:~b                            | 1:3
            a:~b\\nc:~d                     | 1:3
            a: x\\nb:~y\\nc: z              | 2:3
            x: y\\na:~b                     | 2:3
            a:~\\n  b: c                    | 1:3
            a:~\\n  - b: c\\n    d: e       | 1:3
            `a:~|\\n  text`                 | 1:3
            a:~'b'                          | 1:3
            "a":~b                          | 1:5
            "a":~b\\nc: d                   | 1:5
            a~: b                           | 1:2
            x: y\\na~: b                    | 2:2
            ~a: b                           | 1:1
            a: ~b                           | 1:4
            a:\\n~~b: c                     | 2:1
            a:\\n ~b: c                     | 2:2
            a:\\n~~- b: c                   | 2:1
            a:\\n ~- b\\n ~- c              | 2:2
            a:\\n~~text\\nb: c              | 2:1
            a:\\n  - b: c\\n~~~~d: e        | 3:1
            a:\\n  - b: c\\n  ~~d: e        | 3:3
            a:\\n  b: c\\n~~d: e\\nf: g     | 3:1
            a:\\n  -~b                      | 2:4
            a:\\n  -~b\\n  -~c              | 2:4
            a:\\n  -~b: c                   | 2:4
            a:\\n  - b\\n  -~c              | 3:4
            a:\\n- b\\n-~c\\nd: e           | 3:2
            a:\\n  - - b\\n    -~c          | 3:6
            a:\\n  - b: c\\n  -~d: e        | 3:4
            - b:~c                          | 1:5
            - -~c                           | 1:4
            a:\\n  - b:~c                   | 2:7
            a:\\n  - b: c\\n    d:~e        | 3:7
            a:\\n  b:~c                     | 2:5
            {a:~b}                          | 1:4
            {a:~b, c: d}                    | 1:4
            {c: d, a:~b}                    | 1:10
            {~a: b}                         | 1:2
            {a: b,~c: d}                    | 1:7
            [a,~b]                          | 1:4
            [a:~b]                          | 1:4
            a: 'b'~                         | 1:7
            a: [b]~                         | 1:7
            a: {b: c}~\\nd: e               | 1:10
            `a: |~\\n  b`                   | 1:5
            """, quoteCharacter = '`')
    @DisplayName("a space of another kind where YAML needs a plain one is named with its place")
    void structure(String text, String mark) {
        String[][] kinds = {
            {"\u00a0", "U+00A0 no-break space"},
            {"\u202f", "U+202F narrow no-break space"},
            {"\u2007", "U+2007 figure space"},
            {"\u3000", "U+3000 ideographic space"},
            {"\u2003", "U+2003 em space"}
        };
        for (String[] kind : kinds) {
            String source = text.replace("\\n", "\n").replace("~", kind[0]);
            assertThat(problem(source))
                    .as(source)
                    .hasToString(
                            "Problem[mark=Optional[" + mark + "], text=a " + kind[1]
                                    + " stands here, where YAML knows a plain space only; write one, or put the text in quotes]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:\\u200bb\\nc: d", "- -\\u2060b", "- b:\\u200bc"})
    @DisplayName("so is what shows nothing at all behind a mark")
    void unseen(String text) {
        assertThat(problem(unescape(text)).text())
                .containsPattern("a U\\+20(0B zero width space|60 word joiner) stands");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: Oui~!",
                "a: Oui~",
                "a: note:~b",
                "a: -~10 %",
                "a: ~",
                "- Oui~! C'est fait.",
                "- \"safe:~b\"",
                "- '-~b'",
                "- b: c:~d",
                "a: |\n  ~b\n  c:~d\n  -~e\n",
                "a: >\n  b\n\n  ~c\n",
                "a: \"~b:~c\"",
                "a: b\n  ~c:~d",
                "a: b # c:~d",
                "# a:~b\na: b",
                "a: [b~c, d]",
                "{a: b:~c}",
                "a~b: c",
                "- b~-~c"
            })
    @DisplayName("within a text it is the author's")
    void text(String text) throws StrictYamlException {
        assertThat(StrictYaml.read(text.replace("~", "\u00a0").getBytes(UTF_8))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 'x~y", "a: b~c: d", "a: x\nb~c\nd: e", "a: [b~c"})
    @DisplayName("and no cause of what is wrong elsewhere")
    void elsewhere(String text) {
        assertThat(problem(text.replace("~", "\u00a0")).text()).startsWith("this is not well-formed YAML: ");
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\u200b", "\u200b").replace("\\u2060", "\u2060");
    }

    private static Problem problem(String text) {
        StrictYamlException thrown =
                catchThrowableOfType(StrictYamlException.class, () -> StrictYaml.read(text.getBytes(UTF_8)));
        return thrown == null ? Problem.ofFile("read without a problem") : thrown.problem();
    }
}
