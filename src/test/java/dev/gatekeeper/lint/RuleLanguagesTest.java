package dev.gatekeeper.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import dk.brics.automaton.BasicAutomata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleLanguagesTest {

    private static final List<String> PARTS = List.of(
            "a",
            "b",
            "ab",
            "A",
            "*",
            "a*",
            "*b",
            "?",
            "**",
            "[ab]*",
            "[!a]",
            "[^b]",
            "a?",
            "*.x",
            "a.x",
            "[a-c]*",
            "[[:alpha:]]",
            "[[:upper:]]",
            "*a*",
            "\\*",
            "\\[",
            "\\!a",
            "[-a]*",
            "[a-]?",
            "a b",
            "*b*a",
            "B",
            "[A-B]",
            "**a",
            "é");

    private static final List<String> NAMES = List.of(
            "a", "b", "ab", "ba", "a.x", "b.x", "A", "B", "Ab", "*", "-", "c", "[", "!a", "a b", "1", "aab", ".x");

    static LongStream seeds() {
        return LongStream.range(1, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("a path is in the language of a rule exactly when it touches the rule")
    void agreesWithRuleMatcher(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Policy policy = LintedPolicy.rules("r " + (random.nextBoolean() ? "RED " : "GREEN ") + patterns(random));
        Rule rule = policy.rules().get(0);
        Language language = new RuleLanguages().of(rule);
        for (int i = 0; i < 60; i++) {
            String path = path(random);
            assertThat(language.holds(path))
                    .as("%s of %s by %s", path, rule.level(), rule.patterns())
                    .isEqualTo(touches(policy, path));
        }
        // And from the language back: what it holds touches the rule, what it doesn't hold does not.
        for (Language side : List.of(language, Language.ALL.minus(language))) {
            Language left = side;
            for (int i = 0; i < 5; i++) {
                Optional<String> example = ExamplePaths.shortest(left);
                if (example.isPresent()) {
                    assertThat(touches(policy, example.get()))
                            .as("%s of %s by %s", example.get(), rule.level(), rule.patterns())
                            .isEqualTo(side.equals(language));
                    left = left.minus(Language.of(BasicAutomata.makeString(example.get())));
                }
            }
        }
    }

    private static boolean touches(Policy policy, String path) {
        ClassifiedPath classified = PathLevels.of(policy, path);
        return classified.matches().stream().anyMatch(match -> match.rule().id().equals("r"));
    }

    private static String patterns(SplittableRandom random) {
        List<String> patterns = new ArrayList<>(List.of(pattern(random)));
        while (random.nextInt(3) > 0) {
            patterns.add((random.nextInt(3) == 0 ? "!" : "") + pattern(random));
        }
        return String.join(" ", patterns).replace("a b", "a_b");
    }

    private static String pattern(SplittableRandom random) {
        String joined = parts(random, PARTS).replaceAll("(?<=/|^)\\*\\*(/\\*\\*)+(?=/|$)", "**");
        return (random.nextInt(3) == 0 ? "/" : "") + joined + (random.nextInt(4) == 0 ? "/" : "");
    }

    private static String path(SplittableRandom random) {
        return parts(random, NAMES);
    }

    private static String parts(SplittableRandom random, List<String> from) {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(from.get(random.nextInt(from.size())));
        } while (random.nextInt(2) == 0);
        return String.join("/", parts);
    }

    @Test
    @DisplayName("the shortest example is one that a person would write")
    void shortestExample() throws Exception {
        assertThat(shortest("r RED /src/**/auth/")).contains("src/auth/a");
        assertThat(shortest("r RED *payment*")).contains("payment");
        assertThat(shortest("r GREEN /README.md")).contains("README.md");
        assertThat(shortest("r GREEN *.java !Test*")).contains("a.java");
        assertThat(shortest("r RED [!a-z0-9A-Z]")).contains("_");
        assertThat(shortest("r GREEN a !a")).isEmpty();
    }

    private static Optional<String> shortest(String rule) throws TooLargeException {
        return ExamplePaths.shortest(
                new RuleLanguages().of(LintedPolicy.rules(rule).rules().get(0)));
    }

    @Test
    @DisplayName("an automaton that would be too large is not built")
    void tooLarge() {
        assertThatThrownBy(() -> shortest("r RED *a" + "?".repeat(30)))
                .isInstanceOf(TooLargeException.class)
                .hasMessageContaining("more than 10 wildcards");
    }
}
