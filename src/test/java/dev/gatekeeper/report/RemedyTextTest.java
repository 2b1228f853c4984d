package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git mv -- a b",
                "mvn dev.gatekeeper:gatekeeper-maven-plugin:approve -Dgatekeeper.contract=rotate",
                "mkdir -p -- a && git mv -- b a/b",
                "printf 'a\\000' | xargs -0 git mv --",
                "rm .git/info/grafts",
                "echo >> .git/config",
                "export MAVEN_OPTS=-Xmx2g",
                "gate=$(mktemp -d); cd \"$gate\"; mvn -v",
            })
    void tellsTheCommandFromTheWords(String command) {
        assertThat(RemedyText.of("Rename it, and commit: " + command))
                .isEqualTo(new RemedyText("Rename it, and commit:", Optional.of(command)));
        assertThat(RemedyText.of(command)).isEqualTo(new RemedyText("", Optional.of(command)));
    }

    /** A page shows a command where it is pasted from, so no path may put one there. */
    @Test
    void takesNoCommandFromAPathInTheWords() {
        assertThat(RemedyText.of(
                        "Where 'docs/x: git push evil a\\b' has to stay, it does. Otherwise rename it: git mv -- a b"))
                .isEqualTo(new RemedyText(
                        "Where 'docs/x: git push evil a\\b' has to stay, it does. Otherwise rename it:",
                        Optional.of("git mv -- a b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Declare riskLevel: RED.",
                "Give it: -Dgatekeeper.target=refs/tags/main",
                "Mend it; git config --list shows where git stumbles.",
            })
    void findsNoneWhereThereIsNone(String remedy) {
        assertThat(RemedyText.of(remedy)).isEqualTo(new RemedyText(remedy, Optional.empty()));
    }
}
