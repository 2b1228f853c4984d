package dev.gatekeeper.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PolicyTestsTest {

    private static final Policy POLICY = LintedPolicy.rules("auth RED auth/", "login RED *Login*", "docs GREEN /*.md");

    private static List<String> problems(String text) {
        return PolicyTests.of(FileContent.of(text.getBytes(UTF_8)), POLICY).problems().stream()
                .map(problem -> problem.mark().map(mark -> mark + " ").orElse("") + problem.text())
                .toList();
    }

    @Test
    @DisplayName("tests that hold are counted, with the rule, one of several, or none, and built-in rules too")
    void hold() {
        PolicyTests tests = PolicyTests.of(FileContent.of("""
                        - {path: src/auth/Login.java, level: RED, rule: login}
                        - {path: src/auth/Login.java, level: RED, rule: auth}
                        - {path: a.md, level: GREEN}
                        - {path: x, level: YELLOW, rule: unmatched}
                        - {path: .gatekeeper/policy.yaml, level: RED, rule: gatekeeper}
                        - {path: .gitmodules, level: YELLOW, rule: gatekeeper-links}
                        """.getBytes(UTF_8)), POLICY);
        assertThat(tests.problems()).isEmpty();
        assertThat(tests.count()).isEqualTo(6);
    }

    @Test
    @DisplayName("a test that doesn't hold says what the path is, and by which rule")
    void doNotHold() {
        assertThat(problems("- {path: a/b.md, level: GREEN}\n- {path: auth/A, level: RED, rule: login}\n"))
                .containsExactly(
                        "1:10 the path 'a/b.md' is YELLOW by rule unmatched, and the test says GREEN",
                        "2:10 the path 'auth/A' is RED by rule auth, and the test says by rule login");
    }

    @Test
    @DisplayName("a rule that isn't there is an error with its place")
    void unknownRule() {
        assertThat(problems("- {path: a.md, level: GREEN, rule: dosc}\n"))
                .containsExactly(
                        "1:36 the rule 'dosc' is none of the policy's; its rules are auth, login, docs, gatekeeper,"
                                + " gatekeeper-links, unmatched");
    }

    @Test
    @DisplayName("what is no test is an error, wherever it stands, and nothing passes for one")
    void malformed() {
        assertThat(problems("")).isNotEmpty();
        assertThat(problems("path: a\n")).isNotEmpty();
        assertThat(problems("- a.md\n")).isNotEmpty();
        assertThat(problems("- {path: a.md}\n")).containsExactly("1:3 the test lacks the key 'level'");
        assertThat(problems("- {path: a.md, level: green}\n")).hasSize(1);
        assertThat(problems("- {path: /a.md, level: GREEN}\n")).hasSize(1);
        assertThat(problems("- {path: docs/, level: GREEN}\n")).hasSize(1);
        assertThat(problems("- {path: a.md, level: GREEN, rules: docs}\n")).hasSize(1);
        assertThat(problems("\0\1\2")).hasSize(1);
        assertThat(PolicyTests.of(FileContent.none(FileContent.Flaw.TOO_LARGE, 256 * 1024), POLICY)
                        .problems())
                .hasSize(1);
    }
}
