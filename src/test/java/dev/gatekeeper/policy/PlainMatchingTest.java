package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.PathPattern.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link RuleMatcher}, with its index and the folders that it keeps, against each pattern held against each path. */
class PlainMatchingTest {

    private static final List<String> PARTS = List.of(
            "src",
            "Src",
            "auth",
            "AUTH",
            "a.md",
            "A.md",
            "Token.java",
            "lib",
            "é",
            "É",
            "ﬁn",
            "fin",
            "x／auth",
            "keys",
            "k12");
    private static final List<String> GLOBS = List.of(
            "src", "auth", "*.md", "*.java", "**", "*", "lib", "é", "fin", "ﬁn", "k[0-9]*", "T?ken*", "keys", "[a-l]*",
            "a*");

    @Test
    void findsWhatHoldingEachPatternAgainstEachPathFinds() {
        int touched = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Rule[] rules = new Rule[1 + random.nextInt(6)];
            for (int i = 0; i < rules.length; i++) {
                Level level = List.of(Level.values()).get(random.nextInt(Level.values().length));
                rules[i] = Levels.rule("rule-" + i, level, globs(random));
            }
            RuleMatcher matcher = new RuleMatcher(Levels.of(rules).policies());
            for (int i = 0; i < 40; i++) {
                ChangedPath path = Levels.added(join(random, PARTS, 4));
                List<String> plain = new ArrayList<>();
                for (Rule rule : rules) {
                    deciding(rule, path.path().text()).ifPresent(pattern -> plain.add(rule.id() + " " + pattern));
                }
                touched += plain.size();
                assertThat(matcher.matches(path, false).stream()
                                .filter(match -> match.rule().id().startsWith("rule-"))
                                .map(match -> match.rule().id() + " "
                                        + match.pattern().orElseThrow()))
                        .as("%s by %s", path, List.of(rules))
                        .containsExactlyElementsOf(plain);
            }
        }
        assertThat(touched).isGreaterThan(5_000);
    }

    private static Optional<PathPattern> deciding(Rule rule, String path) {
        Optional<PathPattern> last = Optional.empty();
        for (PathPattern pattern : rule.patterns()) {
            if (matches(rule, pattern, path)) {
                last = Optional.of(pattern);
            }
        }
        return last.filter(pattern -> !pattern.takesBack());
    }

    private static boolean matches(Rule rule, PathPattern pattern, String path) {
        boolean raises = rule.raisesBy(pattern);
        boolean spreads = raises || pattern.reachesBelow();
        Stream<Place> folders = Stream.iterate(
                        path.lastIndexOf('/'), slash -> slash > 0, slash -> path.lastIndexOf('/', slash - 1))
                .map(slash -> Place.file(path.substring(0, slash)).asFolder())
                .filter(folder -> spreads);
        return Stream.concat(Stream.of(Place.file(path)), folders)
                .anyMatch(place -> raises ? pattern.matchesLoosely(place) : pattern.matchesExactly(place));
    }

    private static String[] globs(Random random) {
        String[] globs = new String[1 + random.nextInt(4)];
        for (int i = 0; i < globs.length; i++) {
            do {
                globs[i] = (random.nextInt(4) == 0 ? "!" : "")
                        + (random.nextInt(3) == 0 ? "/" : "")
                        + join(random, GLOBS, 3)
                        + (random.nextInt(3) == 0 ? "/" : "");
            } while (Glob.flaw(globs[i]).isPresent());
        }
        return globs;
    }

    private static String join(Random random, List<String> parts, int most) {
        List<String> chosen = new ArrayList<>();
        for (int count = 1 + random.nextInt(most); count > 0; count--) {
            chosen.add(parts.get(random.nextInt(parts.size())));
        }
        return String.join("/", chosen);
    }
}
