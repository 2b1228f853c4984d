package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.PolicyText;
import dev.gatekeeper.testing.GoldenCase;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the README shows is what the plugin takes. */
class ReadmeTest {

    private static String readme = "";

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void showsAPolicyThatIsValid() {
        assertThat(PolicyText.valid(block("version: 1"), Origin.TARGET).repository())
                .contains("acme/shop");
    }

    @Test
    void showsAContractThatPassesThatPolicy() {
        String contract = block("whatChanged:");
        String change = "=== contract rotate-tokens\n" + contract + "=== paths\nM src/main/java/shop/auth/Token.java\n";

        Judgement judgement = Results.reached(GoldenCase.judge(change, block("version: 1")));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.approvals()).hasSize(1);
    }

    @Test
    void listsEveryFindingAndWhoMendsIt() {
        List<String> rows = Pattern.compile("^\\| `([a-z-]+)` \\| [^|]+ \\| (author|approver) \\|$", Pattern.MULTILINE)
                .matcher(readme)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Code.values())
                        .map(code -> code.id() + " " + code.mendedBy().name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }

    private static String block(String start) {
        return Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```yaml\n".length(), block.length() - "```".length()))
                .filter(block -> block.startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
