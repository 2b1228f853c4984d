package dev.gatekeeper.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.policy.Policy;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoweredTest {

    private static final Policy BEFORE =
            LintedPolicy.rules("auth RED **/auth/** *security*", "build YELLOW pom.xml", "docs GREEN /*.md /docs/");

    private static List<String> lowered(Policy before, Policy after) {
        Lowered lowered = Lowered.of(before, after);
        assertThat(lowered.undecided()).isEmpty();
        return lowered.rules().stream()
                .map(rule -> rule.rule().id() + " " + rule.path() + " " + rule.from() + " " + rule.to())
                .toList();
    }

    @Test
    @DisplayName("the same policy lowers nothing, and neither does one with more in its rules")
    void nothing() {
        assertThat(lowered(BEFORE, BEFORE)).isEmpty();
        assertThat(lowered(
                        BEFORE,
                        LintedPolicy.rules(
                                "build RED pom.xml", "auth RED **/auth/** *security* *login*", "docs GREEN /*.md")))
                .isEmpty();
    }

    @Test
    @DisplayName("tests that a RED rule takes back are caught though no such file is there")
    void takenBack() {
        assertThat(lowered(
                        BEFORE,
                        LintedPolicy.rules(
                                "auth RED **/auth/** *security* !/src/test/**",
                                "build YELLOW pom.xml",
                                "docs GREEN /*.md /docs/")))
                .containsExactly("auth src/test/auth/a RED YELLOW");
    }

    @Test
    @DisplayName("what another rule keeps is not lowered, whatever it is called")
    void keptByAnother() {
        assertThat(lowered(
                        BEFORE,
                        LintedPolicy.rules(
                                "login RED auth/",
                                "safety RED *SECURITY*",
                                "build YELLOW pom.xml",
                                "docs GREEN /*.md /docs/")))
                .isEmpty();
        assertThat(lowered(
                        LintedPolicy.rules("auth RED /src/auth/", "docs GREEN /*.md /docs/"),
                        LintedPolicy.rules("all RED /src/ !/src/b*/", "docs GREEN /*.md /docs/")))
                .isEmpty();
    }

    @Test
    @DisplayName("a rule that is gone, or of a lower level, is caught by its shortest path")
    void gone() {
        assertThat(lowered(BEFORE, LintedPolicy.rules("docs GREEN /*.md /docs/")))
                .containsExactly("auth auth/a RED YELLOW", "build docs/pom.xml YELLOW GREEN");
        assertThat(lowered(
                        BEFORE,
                        LintedPolicy.rules(
                                "auth YELLOW **/auth/** *security*", "build RED pom.xml", "docs GREEN /*.md")))
                .containsExactly("auth auth/a RED YELLOW");
    }

    @Test
    @DisplayName(
            "what no rule matched and a GREEN rule now does is lowered, and so is all of it by another 'unmatched'")
    void unmatched() {
        assertThat(lowered(
                        BEFORE,
                        LintedPolicy.rules(
                                "auth RED **/auth/** *security*",
                                "build YELLOW pom.xml",
                                "docs GREEN /*.md /docs/ /src/doc/")))
                .containsExactly("unmatched src/doc/a YELLOW GREEN");
        assertThat(lowered(
                        BEFORE,
                        LintedPolicy.of(LintedPolicy.text(
                                        "auth RED **/auth/** *security*",
                                        "build YELLOW pom.xml",
                                        "docs GREEN /*.md /docs/")
                                + "unmatched: GREEN\n")))
                .containsExactly("unmatched a YELLOW GREEN");
    }

    @Test
    @DisplayName("a file that isn't required any more is lowered")
    void requiredFiles() {
        Policy requires = LintedPolicy.of(LintedPolicy.text("auth RED auth/").replace("[]", "[AI.md]"));
        assertThat(lowered(requires, LintedPolicy.rules("auth RED auth/")))
                .containsExactly("gatekeeper ai.md RED YELLOW");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("a random path that is lowered is never missed, and each that is named is lowered")
    void agreesWithClassifier(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 12; i++) {
            Policy before = random(random);
            Policy after = random(random);
            Lowered lowered = Lowered.of(before, after);
            assertThat(lowered.rules())
                    .allSatisfy(rule -> assertThat(
                                    PathLevels.of(after, rule.path()).level())
                            .isLessThan(PathLevels.of(before, rule.path()).level()));
            for (int k = 0; k < 200; k++) {
                String path = path(random);
                if (PathLevels.of(after, path)
                                .level()
                                .compareTo(PathLevels.of(before, path).level())
                        < 0) {
                    assertThat(lowered.rules())
                            .as("%s %s %s", path, before, after)
                            .isNotEmpty();
                }
            }
        }
    }

    private static Policy random(SplittableRandom random) {
        List<String> patterns = List.of("/a/", "b/", "!/a/b/", "*.c", "/a/**/c", "!*.c", "a*", "**/b/**", "!c");
        String[] rules = new String[1 + random.nextInt(3)];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = "r" + i + " " + List.of("RED", "YELLOW", "GREEN").get(random.nextInt(3)) + " /b";
            for (int k = random.nextInt(4); k > 0; k--) {
                rules[i] += " " + patterns.get(random.nextInt(patterns.size()));
            }
        }
        return LintedPolicy.of(LintedPolicy.text(rules) + "unmatched: "
                + List.of("RED", "YELLOW", "GREEN").get(random.nextInt(3)) + "\n");
    }

    private static String path(SplittableRandom random) {
        List<String> names = List.of("a", "b", "c", "x.c", "ab", "d");
        StringBuilder path = new StringBuilder(names.get(random.nextInt(names.size())));
        while (random.nextInt(3) > 0) {
            path.append('/').append(names.get(random.nextInt(names.size())));
        }
        return path.toString();
    }
}
