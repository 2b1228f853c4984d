package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.policy.PathPattern.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the index leaves out matches nothing: a pattern that it forgot would be a rule that quietly judges no more. */
class PatternIndexTest {

    private static final List<String> PARTS = List.of(
            "a", "ab", "A", "aB", "b.java", "B.JAVA", "é", "É", "straße", "STRASSE", "ﬁle", "file", "a／b", "x1", "x12",
            "[", "a b");
    private static final List<String> GLOBS = List.of(
            "a",
            "ab",
            "A",
            "*",
            "**",
            "*.java",
            "a*",
            "?b",
            "[ab]*",
            "x[0-9]",
            "x1?",
            "b.*",
            "é",
            "É*",
            "straße",
            "*SS*",
            "ﬁle",
            "file",
            "\\[",
            "a b",
            "*[!b]",
            "a\\*b",
            "**a",
            "b**.java");

    @Test
    void leavesOutNoPatternThatMatches() {
        int matching = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String glob = glob(random);
            boolean loosely = random.nextBoolean();
            PathPattern pattern = new PathPattern(glob);
            PatternIndex index = new PatternIndex();
            index.add(0, pattern, loosely);
            Place place = Place.file(join(random, PARTS));
            place = random.nextBoolean() ? place.asFolder() : place;
            if (loosely ? pattern.matchesLoosely(place) : pattern.matchesExactly(place)) {
                matching++;
                BitSet possible = index.anywhere();
                index.addByFolder(place, 0, possible);
                index.addByName(place, possible);
                assertThat(possible.get(0)).as("%s for %s", glob, place).isTrue();
            }
        }
        assertThat(matching).isGreaterThan(1_000);
    }

    private static String glob(Random random) {
        while (true) {
            String glob =
                    (random.nextInt(3) == 0 ? "/" : "") + join(random, GLOBS) + (random.nextInt(3) == 0 ? "/" : "");
            if (Glob.flaw(glob).isEmpty()) {
                return glob;
            }
        }
    }

    private static String join(Random random, List<String> parts) {
        List<String> chosen = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            chosen.add(parts.get(random.nextInt(parts.size())));
        }
        return String.join("/", chosen);
    }

    @Test
    void findsEachTextThatAnotherHolds() {
        TextTree tree = new TextTree();
        List<String> texts = List.of("File1", "File12", "ile", "1.java", "é", "é.j", "nowhere", "File1");
        for (int i = 0; i < texts.size(); i++) {
            tree.add(texts.get(i), i);
        }
        String text = "src/File12é.java";
        BitSet found = new BitSet();
        tree.find(text, 0, found);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(found.get(i)).as(texts.get(i)).isEqualTo(text.contains(texts.get(i)));
        }
        found.clear();
        tree.find(text, text.indexOf("ile"), found);
        assertThat(found.stream()).containsExactly(2, 4, 5);
    }
}
