package dev.gatekeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Judgement;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An attribute of git that turns the ends of lines leaves the contracts and approvals of earlier changes what they are. */
class LineEndsTest {

    private static final String LANDED = ".gatekeeper/contracts/landed.yaml";
    private static final String APPROVAL = ".gatekeeper/approvals/landed/jane.sig";

    @TempDir
    Path temp;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        LANDED + ", a\\r\\nb\\r\\n, a\\nb\\n",
        LANDED + ", a\\nb\\n, a\\r\\nb\\r\\n",
        LANDED + ", a\\nb\\r\\n, a\\r\\nb\\n",
        APPROVAL + ", a\\r\\nb\\r\\n, a\\nb\\n",
    })
    void aloneTheyAlterNothing(String path, String before, String after) {
        Judgement judgement = judged(path, before, after, false);
        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.classification().at(Level.GREEN))
                .extracting(classified -> classified.changed().path().display())
                .contains(path);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        LANDED + ", a\\nb\\n, a\\nc\\n",
        LANDED + ", a\\r\\nb\\r\\n, a\\nc\\n",
        LANDED + ", a\\r\\nb\\r\\n, a\\nb",
        LANDED + ", a\\r\\nb\\r\\n, a\\nb\\n\\n",
        LANDED + ", a\\r\\nb\\r\\n, ab\\n",
        LANDED + ", a\\r\\nb, a\\rb",
        LANDED + ", a\\nb, a\\rb",
        LANDED + ", a\\r\\r\\nb, a\\r\\nb",
        LANDED + ", a\\r\\nb\\rc, a\\nb\\rc",
        LANDED + ", a\\r, a",
        APPROVAL + ", a\\r\\nb\\r\\n, a\\nc\\n",
    })
    void anythingElseIsAltered(String path, String before, String after) {
        assertThat(judged(path, before, after, false).findings())
                .extracting(finding -> finding.code().id())
                .startsWith("contract-altered");
    }

    @Test
    void anotherModeIsAltered() {
        assertThat(judged(LANDED, "a\\r\\n", "a\\n", true).findings())
                .extracting(finding -> finding.code().id())
                .startsWith("contract-altered");
    }

    /** Nobody is made to compare what no contract can be. */
    @Test
    void whatIsTooLargeForAContractIsAltered() {
        String large = "a\\r\\n".repeat(100_000);
        assertThat(judged(LANDED, large, large.replace("\\r", ""), false).findings())
                .extracting(finding -> finding.code().id())
                .startsWith("contract-altered");
    }

    /** In the policy, and in whatever else is ours, an end of line is a change as any other. */
    @ParameterizedTest
    @CsvSource({".gatekeeper/policy-test.yaml", ".gatekeeper/contracts/notes.md", "INVARIANTS.md"})
    void ofOtherFilesTheyAreAChange(String path) {
        assertThat(judged(path, "a\\r\\n", "a\\n", false).classification().level())
                .isEqualTo(Level.RED);
    }

    private Judgement judged(String path, String before, String after, boolean executable) {
        try (GitHistory history = DemoShop.change(temp)) {
            history.checkout("main").write(path, bytes(before)).commit("Land");
            history.ref("refs/heads/change", "main").checkout("change");
            history.write(path, bytes(after)).write(DemoShop.CONTRACT, DemoShop.contract("GREEN"));
            if (executable) {
                history.chmod(path, true);
            }
            history.commit("Turn the ends of lines");
            return Results.reached(Gatekeeper.judge(Requests.of(temp)
                    .target("refs/heads/main")
                    .head("refs/heads/change")
                    .request()));
        }
    }

    private static byte[] bytes(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n").getBytes(UTF_8);
    }
}
