package dev.gatekeeper.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.testing.MemoryFile;
import dev.gatekeeper.text.CannotDecideException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTest {

    private static final String ID = "1a2b3c4d5e".repeat(4);

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource({
        "[release] *, [release] 1.0, true",
        "[release] *, '[release] ', true",
        "[release] *, [release], false",
        "*, anything, true",
        "*.*, 1.0, true",
        "a*b*c, aXbXbc, true",
        "a*b*c, aXbXb, false",
        "a?c, abc, false",
        "a?c, a?c, true",
        "[a-z], b, false",
        "'', '', true",
        "'', a, false",
        "Bump, Bump it, false",
        "***, '', true"
    })
    void onlyStarsAreSpecial(String pattern, String text, boolean matches) {
        assertThat(Accepted.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void noSubjectCanStallIt() {
        String stars = "*a".repeat(2000) + "b";
        assertThat(Accepted.matches(stars, "a".repeat(20_000))).isFalse();
    }

    @Test
    void saysWhatIsWrong() {
        assertWrong("- {commit: " + ID + ", reason: Hot fix}\n", "1:3  the entry lacks the key 'who'");
        assertWrong("commits: []\n", "1:1  the file is a mapping, not a list");
        assertWrong("- {commit: " + ID + ", reason: Hot fix, who: Jane, until: x}\n", "'until' is no key of the entry");
        assertWrong("- commit: " + ID + "\n  reason: see PR #42\n  who: Jane\n", "2:18  ");
        assertWrong(
                "- {commit: " + ID + ", reason: Hot fix, who: Jane}\n- {commit: " + ID
                        + ", reason: Again, who: Jane}\n",
                "2:12  the commit " + ID + " stands in the file twice");
        assertWrong("- {subject: x, committer: Bot, paths: ['^pom.xml$']}\n", "the path '^pom.xml$' starts with '^'");
        assertWrong("- {subject: x, committer: Bot, paths: []}\n", "paths is empty");
    }

    @Test
    void saysWhyTheFileCannotBeRead() {
        assertThatThrownBy(() -> AcceptedReader.read(MemoryFile.flawed("/etc/accepted.yaml", FileContent.Flaw.MISSING)))
                .isInstanceOf(CannotDecideException.class)
                .hasMessageContaining("/etc/accepted.yaml is not a file, and gatekeeper.accepted names it");
    }

    private static void assertWrong(String text, String problem) {
        assertThatThrownBy(() -> AcceptedReader.read(new MemoryFile("accepted.yaml", text)))
                .isInstanceOf(CannotDecideException.class)
                .hasMessageContaining(problem);
    }
}
