package dev.gatekeeper.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseningPatternsTest {

    @ParameterizedTest(name = "{0} allows {1}: {2}")
    @CsvSource({
        "/vendor/, vendor/a., true",
        "/vendor/, vendor/a/b., true",
        "/vendor/, Vendor/a., false",
        "/vendor/, v\u00e9ndor/a., false",
        "/vendor/, vendor., false",
        "/vendor/, vendor, false",
        "/vendor/**, vendor/a/b., true",
        "vendor/, a/vendor/b., true",
        "/vendor/*, vendor/a., true",
        "/vendor/*, vendor/a./b., false",
        "*.c., a/x.c., true",
        "/vendor/ !/vendor/own/, vendor/own/a., false",
        "/vendor/ !/vendor/own/, vendor/OWN/a., false",
        "/vendor/ !*.sh., vendor/a.sh., false",
        "/vendor/ !*.sh, vendor/a.sh/b., false",
        "/vendor/ !/vendor/own/ /vendor/own/x/, vendor/own/x/a., true",
        "'', vendor/a., false",
    })
    @DisplayName("a list that loosens matches as a GREEN rule's patterns do")
    void matches(String globs, String path, boolean allowed) {
        List<PathPattern> patterns = patterns(globs);
        assertThat(matchesLast(patterns, path)).isEqualTo(allowed);
        if (!patterns.isEmpty()) {
            Levels levels = Levels.of(Levels.rule("r", Level.GREEN, globs.split(" ", -1)));
            assertThat(levels.touches(path, "r")).isEqualTo(allowed);
        }
    }

    @Test
    void eachPartIsMatchedByItself() {
        assertThat(LooseningPatterns.matchedParts(patterns("vendor/ !/vendor/own/"), "src./vendor/a./b"))
                .hasToString("{1, 2, 3}");
        assertThat(LooseningPatterns.matchedParts(patterns("vendor/ !/vendor/own/"), "vendor/own/b"))
                .hasToString("{0}");
        assertThat(LooseningPatterns.matchedParts(patterns("/vendor./"), "vendor./a"))
                .hasToString("{0, 1}");
        assertThat(LooseningPatterns.matchedParts(patterns("/vendor./"), "vendor."))
                .hasToString("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor/caf\u00e9\\x ", "vendor/a\u00ff."})
    @DisplayName("what no text can hold is allowed where its folder is, by every policy in force")
    void everyPolicyHasToSaySo(String bytes) {
        RawPath path = new RawPath(bytes);
        Policy says = allowing(Origin.TARGET, "/vendor/");
        assertThat(new Policies(List.of(says)).forbidUnsafe(path).get(1)).isEmpty();
        assertThat(new Policies(List.of(says, allowing(Origin.ORGANISATION, "/vendor/")))
                        .forbidUnsafe(path)
                        .get(1))
                .isEmpty();
        assertThat(new Policies(List.of(says, allowing(Origin.ORGANISATION, "/other/")))
                        .forbidUnsafe(path)
                        .get(1))
                .containsExactly(Origin.ORGANISATION);
        assertThat(new Policies(List.of(allowing(Origin.TARGET, ""), allowing(Origin.ORGANISATION, "/vendor/")))
                        .forbidUnsafe(path)
                        .get(1))
                .containsExactly(Origin.TARGET);
    }

    private static boolean matchesLast(List<PathPattern> patterns, String path) {
        return LooseningPatterns.matchedParts(patterns, path)
                .get(RawPath.of(path).depth());
    }

    private static Policy allowing(Origin origin, String globs) {
        return Levels.policy(origin, Level.YELLOW, patterns(globs));
    }

    private static List<PathPattern> patterns(String globs) {
        return globs.isEmpty()
                ? List.of()
                : Arrays.stream(globs.split(" ", -1)).map(PathPattern::new).toList();
    }
}
