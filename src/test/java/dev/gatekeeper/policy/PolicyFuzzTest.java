package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.policy.PathPattern.Place;
import dev.gatekeeper.testing.Fuzz;
import dev.gatekeeper.testing.YamlCorpus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, they are a policy or refused with a problem, and a policy that is read can judge. */
class PolicyFuzzTest {

    private static final List<Place> PLACES = List.of(
            Place.file("src/main/java/shop/auth/Token.java"),
            Place.file("\u00dcber/" + "ab".repeat(60)),
            Place.file("a/".repeat(60) + "b"));

    @Test
    void readsAnyPolicy() throws IOException {
        Fuzz.read(1200, YamlCorpus.policies()::of, PolicyFuzzTest::read);
    }

    /** What a long run found. */
    @Test
    void refusesAFolderOfSpaces() {
        assertThat(Glob.flaw("/ /x")).contains("matches nothing: no path has a part ' '");
    }

    private static PolicyReading read(byte[] bytes) {
        PolicyReading reading = PolicyReader.read(bytes, Origin.TARGET, "");
        if (reading instanceof PolicyReading.Invalid wrong) {
            assertThat(wrong.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.text()).isNotBlank());
        } else if (reading instanceof PolicyReading.Valid valid) {
            valid.policy().rules().forEach(rule -> rule.patterns().forEach(PolicyFuzzTest::match));
        }
        return reading;
    }

    private static void match(PathPattern pattern) {
        for (Place place : PLACES) {
            boolean exactly = pattern.matchesExactly(place);
            boolean loosely = pattern.matchesLoosely(place);
            pattern.leadsThrough(place);
            assertThat(loosely || !exactly).as(pattern.glob()).isTrue();
        }
    }
}
