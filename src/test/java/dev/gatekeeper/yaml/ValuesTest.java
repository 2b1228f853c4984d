package dev.gatekeeper.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    private final Values values = new Values();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [x]  | the thing is a list, not a text    | the thing is a list, not a mapping    | -
            {}   | the thing is a mapping, not a text | -                                     | the thing is a mapping, not a list; write each entry on a line of its own, behind '- '
            x    | -                                  | the thing is a text, not a mapping    | the thing is a text, not a list; write ['x']
            it's | -                                  | the thing is a text, not a mapping    | the thing is a text, not a list; write ['it''s']
            ' '  | the thing is blank                 | the thing is a text, not a mapping    | the thing is a text, not a list; write each entry on a line of its own, behind '- '
            ~    | the thing is nothing, not a text   | the thing is nothing, not a mapping   | the thing is nothing, not a list; write each entry on a line of its own, behind '- '
            """, quoteCharacter = '`')
    void namesTheShapeThatIsThereAndTheOneThatIsNot(String yaml, String asText, String asMapping, String asList)
            throws StrictYamlException {
        Node node = value("k: " + yaml);
        assertThat(problemOf(() -> values.text(node, "the thing"))).isEqualTo(asText);
        assertThat(problemOf(() -> values.mapping(node, "the thing"))).isEqualTo(asMapping);
        assertThat(problemOf(() -> values.items(node, "the thing"))).isEqualTo(asList);
    }

    @Test
    void anyTextMayBeBlankOrNothing() throws StrictYamlException {
        for (String text : List.of("~", "' '", "x", "")) {
            assertThat(values.anyText(value("k: " + text), "the thing")).isPresent();
        }
        assertThat(values.anyText(value("k: [x]"), "the thing")).isEmpty();
        assertThat(values.problems()).containsExactly(Problem.at(new Mark(1, 4), "the thing is a list, not a text"));
    }

    @Test
    void namesUnknownAndMissingKeys() throws StrictYamlException {
        Node.Mapping mapping = mapping("a: 1\nb: 2\n");
        values.keys(mapping, "the thing", List.of("c", "a"));
        assertThat(values.required(mapping, "the thing", "c")).isEmpty();
        assertThat(values.required(mapping, "the thing", "a")).isPresent();
        assertThat(values.problems())
                .containsExactly(
                        Problem.at(new Mark(2, 1), "'b' is no key of the thing; its keys are c, a"),
                        Problem.at(new Mark(1, 1), "the thing lacks the key 'c'"));
    }

    @ParameterizedTest
    @CsvSource({"aprovers, approvers", "approver, approvers", "Rule, rules", "rule-s, rules"})
    void namesTheKeyThatIsNearest(String key, String nearest) throws StrictYamlException {
        values.keys(mapping(key + ": 1\n"), "the thing", List.of("rules", "approvers", "id"));
        assertThat(values.problems())
                .extracting(Problem::text)
                .containsExactly("'" + key + "' is no key of the thing; "
                        + "nearest is '" + nearest + "', and "
                        + "its keys are rules, approvers, id");
    }

    @Test
    void keepsTheProblemsInTheOrderInWhichTheyWereFound() {
        values.problem(new Mark(3, 1), "late");
        values.problem(Problem.ofFile("everywhere"));
        values.problem(new Mark(1, 2), "early");
        assertThat(values.problems()).extracting(Problem::text).containsExactly("late", "everywhere", "early");
    }

    @Test
    void takesWordsFormsAndDates() throws StrictYamlException {
        Node.Mapping mapping =
                mapping("word: b\nother: x\nform: ab1\nday: 2026-02-28\nnoDay: 2026-02-30\nnoDate: 1.2.2026\n");
        assertThat(values.word(mapping, "word", List.of("a", "b"), "a")).isEqualTo("b");
        assertThat(values.word(mapping, "absent", List.of("a", "b"), "a")).isEqualTo("a");
        assertThat(values.word(mapping, "other", List.of("a", "b"), "a")).isEqualTo("a");
        assertThat(values.form(mapping.get("form").orElseThrow(), "form", "[a-z0-9]+", "letters"))
                .isPresent();
        assertThat(values.form(mapping.get("form").orElseThrow(), "form", "[a-z]+", "letters"))
                .isEmpty();
        assertThat(values.date(mapping.get("day").orElseThrow(), "day").map(Object::toString))
                .isEqualTo(Optional.of("2026-02-28"));
        assertThat(values.date(mapping.get("noDay").orElseThrow(), "noDay")).isEmpty();
        assertThat(values.date(mapping.get("noDate").orElseThrow(), "noDate")).isEmpty();
        assertThat(values.problems())
                .extracting(Problem::text)
                .containsExactly(
                        "other is 'x'; allowed are a, b",
                        "form is 'ab1'; it must be letters",
                        "noDay is '2026-02-30'; there is no such day",
                        "noDate is '1.2.2026'; it must be a date like 2027-01-31");
    }

    private String problemOf(Runnable reading) {
        int before = values.problems().size();
        reading.run();
        List<Problem> found =
                values.problems().subList(before, values.problems().size());
        return found.isEmpty() ? "-" : found.get(0).text();
    }

    private static Node value(String yaml) throws StrictYamlException {
        return mapping(yaml).get("k").orElseThrow();
    }

    private static Node.Mapping mapping(String yaml) throws StrictYamlException {
        return (Node.Mapping) StrictYaml.read(yaml.getBytes(UTF_8));
    }
}
