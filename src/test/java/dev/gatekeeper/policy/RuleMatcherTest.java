package dev.gatekeeper.policy;

import static dev.gatekeeper.policy.Levels.LINK;
import static dev.gatekeeper.policy.Levels.added;
import static dev.gatekeeper.policy.Levels.changed;
import static dev.gatekeeper.policy.Levels.deleted;
import static dev.gatekeeper.policy.Levels.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of {@link RuleMatcher}'s comment; {@link ClassifierTest} tests the rest. */
class RuleMatcherTest {

    private static final Levels EXAMPLE = Levels.of(
            rule("auth", Level.RED, "/src/auth/", "!/src/auth/*.md"), rule("docs", Level.GREEN, "/docs/", "*.md"));

    @ParameterizedTest
    @CsvSource({
        "src/auth/keys/Token.java, RED auth /src/auth/",
        "SRC/Auth/Token.java, RED auth /src/auth/",
        "src/auth/A.MD, RED auth /src/auth/",
        "docs/a.java, GREEN docs /docs/",
        "Docs/a.java, YELLOW unmatched",
        "lib/a.md, GREEN docs *.md",
        "a.md/Token.java, YELLOW unmatched",
        "src/auth/a.md, GREEN docs *.md",
    })
    void aFileTouches(String path, String match) {
        assertThat(EXAMPLE.matches(path, added(path))).containsExactly(match);
    }

    @Test
    void whatStandsForAFolderTouchesWhatLeadsThroughIt() {
        assertThat(EXAMPLE.matches("src", changed("src", Entry.ABSENT, LINK))).contains("RED auth /src/auth/");
        assertThat(EXAMPLE.matches("src", added("src"), deleted("src/a"))).containsExactly("RED auth /src/auth/");
        assertThat(EXAMPLE.matches("src", added("src"))).containsExactly("YELLOW unmatched");
        assertThat(EXAMPLE.matches("src/auth", changed("src/auth", LINK, Entry.ABSENT)))
                .containsExactly("RED auth /src/auth/");
        Levels takenBack = Levels.of(rule("auth", Level.RED, "/src/auth/", "!/src/"));
        assertThat(takenBack.matches("src/auth", changed("src/auth", LINK, Entry.ABSENT)))
                .containsExactly("YELLOW unmatched");
    }

    /** Joiners fold to nothing, capitals to small letters, and a wide slash to one that parts folders. */
    @Test
    void aPathTouchesWhatItFoldsToWhereItsPartsMoveByThat() {
        Levels keys = Levels.of(rule("keys", Level.RED, "**/keys/*"));
        String path = "a" + "\u200d".repeat(6) + "/KEYS\uff0fb";
        assertThat(keys.matches(path, added(path))).containsExactly("RED keys **/keys/*");
    }
}
