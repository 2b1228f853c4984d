package dev.gatekeeper.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Strictness;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a contract may hold comments, and where one may have taken a piece of a text. */
class CommentsTest {

    private static final String TO_YAML = "what follows ' #' is a comment to YAML; put ";

    /** The {@code ^} stands before the comment that is refused. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "whyChanged: Fixes ^#4711: sessions stayed valid",
                "whyChanged: Fixes\t^#4711",
                "whyChanged: Fixes ^#4711\r",
                "whyChanged: \ud83d\ude00 fixes ^#4711",
                "whyChanged: ^#4711 broke it",
                "whyChanged: Two lines,\n  and ^# why",
                "whyChanged: It's \"so\" ^# not 'so' # x",
                "whyChanged: a#b, c ^# d",
                "escalation:\n  approver: Jane\n  approvalEvidence: review in PR ^#42\n  decision: approved",
                "escalation:\n- approver: Jane ^# who\n  decision: approved",
                "escalation: {decision: approved, approver: Jane} ^# who",
                "escalation: {approver: Jane, ^# who\n  decision: approved}",
                "escalation: {approver: , ^# who\n  decision: approved}",
                "escalation: ^# nobody",
                "invariantsChecked:\n  - INVARIANTS.md was read ^# all of it",
                "invariantsChecked:\n  - auth: reviewed ^#3",
                "invariantsChecked:\n  - ^#3 is reviewed",
                "invariantsChecked: [a b, c d] ^# two",
                "tests:\n  - command: mvn verify ^# all\n    result: passed",
                "tests:\n  - command: mvn verify\n    result: 4 tests ^# all\n# fine",
            })
    @DisplayName("a comment on the line of an unquoted text is refused at its place")
    void behindPlainTexts(String text) {
        assertThat(problems(text.replace("^", "")))
                .containsExactly(
                        place(text) + "  " + TO_YAML + "the text in quotes, or the comment on a line of its own");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "whyChanged: \"Fixes # it\" ^# x",
                "whyChanged: 'Fixes # it'  ^#x",
                "whyChanged: 'It''s' ^# x",
                "whyChanged: \"a \\\" # b\" ^# x",
                "whyChanged: \"Two\n  lines\" ^# x",
                "whyChanged: | ^# x\n  Fixes # it",
                "whyChanged: >-2 ^#x\n    Fixes # it",
                "tests: [{command: 'mvn', result: \"passed\"}] ^# x",
            })
    @DisplayName("and so is one behind a text in quotes, or in the header of a block")
    void behindOtherTexts(String text) {
        assertThat(problems(text.replace("^", "")))
                .containsExactly(place(text) + "  " + TO_YAML + "the comment on a line of its own, or into the text");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "whyChanged: Fixes what is described in\n  ^#4711",
                "whyChanged: Fixes what is described in\n\n  # so\n  ^#4711\nriskLevel: RED",
                "whyChanged:\n  ^#4711 broke it",
                "whyChanged: |\n    It broke by\n  ^#4711",
                "invariantsChecked:\n- see\n ^#4711",
                "whyChanged: ^#4711 broke it\n  in some way",
                "whyChanged:\n  ^#4711 broke it\n  in some way",
                "whyChanged:\n  ^#4711 broke it\n  'in some way'",
                "invariantsChecked:\n- ^#4711 says\n  it",
                "invariantsChecked: [a b,\n^#4711\nc d]",
            })
    @DisplayName("a number that begins a line where the text could stand is refused as well")
    void numbersOnLinesOfTheirOwn(String text) {
        assertThat(problems(text.replace("^", "")))
                .singleElement()
                .asString()
                .startsWith(place(text) + "  ")
                .contains(" is a comment to YAML; put ");
    }

    @Test
    @DisplayName(
            "comments stand on lines of their own, behind keys whose value follows below, behind riskLevel and decision")
    void whereCommentsStand() {
        assertThat(problems("""
                # a
                ---   # b
                whatChanged: Fixes#4711 in a#b.
                # c
                  # d
                whyChanged: # e
                  A text
                  # f
                rollbackPlan: "Fixes #4711"
                riskLevel: RED # g
                invariantsChecked: # h
                  # i
                  - # j
                    a: |
                      # no comment

                      #4711
                  # k
                  #4711
                tests:   # l
                  - command: '#4711'
                    #4711
                    result: passed
                #4711
                escalation: # n
                  approver: Jane Smith
                  #approvalEvidence: x
                  approvalEvidence: https://x.example/#42
                  decision: rejected # o
                # p
                """)).isEmpty();
        assertThat(problems("escalation: {approver: Jane, decision: approved} # a"))
                .isEmpty();
        assertThat(problems("riskLevel: # a\nwhyChanged: b c")).isEmpty();
        assertThat(problems("whyChanged: |\n  a\n# b\nwhatChanged: >-\n# c")).isEmpty();
        assertThat(problems("tests: [{command: a, result: # b\n  c}]")).isEmpty();
    }

    @Test
    void namesEachOfThem() {
        assertThat(problems("whatChanged: a # b\nwhyChanged: c # d\nriskLevel: RED # e"))
                .hasSize(2);
    }

    private static String place(String text) {
        String before = text.substring(0, text.indexOf('^'));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        String last = before.substring(before.lastIndexOf('\n') + 1);
        return line + ":" + (1 + last.codePointCount(0, last.length()));
    }

    private static List<String> problems(String text) {
        ContractReading reading = ContractReader.read(
                "a",
                "a.yaml",
                (text + "\n").getBytes(UTF_8),
                new ExtraFields(Set.of("rollbackPlan"), false),
                Strictness.TODAY);
        return reading instanceof UnreadableContract unreadable
                ? unreadable.problems().stream()
                        .map(problem -> problem.mark().orElseThrow() + "  " + problem.text())
                        .toList()
                : List.of();
    }
}
