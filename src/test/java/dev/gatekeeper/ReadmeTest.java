package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyText;
import dev.gatekeeper.testing.Document;
import dev.gatekeeper.testing.GoldenCase;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.MendedBy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the README shows of a user's files, and of what is found in them, is what the engine takes and finds. */
class ReadmeTest {

    private static final Document README = Document.of("README.md");

    @Test
    void showsAPolicyThatIsValid() {
        assertThat(PolicyText.valid(README.block("yaml", "version: 1"), Origin.TARGET)
                        .repository())
                .contains("acme/shop");
    }

    @Test
    void showsAnOrganisationsPolicyThatIsValid() {
        Policy policy = PolicyText.valid(README.block("yaml", "# Judges beside"), Origin.ORGANISATION);
        assertThat(policy.policyApprovers()).containsExactly("office");
        assertThat(policy.builtIn()).isTrue();
    }

    @Test
    void showsAContractThatPassesThatPolicy() {
        String contract = README.block("yaml", "whatChanged:");
        String change = "=== contract rotate-tokens\n" + contract + "=== paths\nM src/main/java/shop/auth/Token.java\n";

        Judgement judgement = Results.reached(GoldenCase.judge(change, README.block("yaml", "version: 1")));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.approvals()).hasSize(1);
    }

    /** As the author's page says, under what it says of the policy. */
    @Test
    void twoLinesAreEnoughWhereThePolicyLeavesTheRestToYellow() {
        Document page = Document.of("docs/contract.md");
        String policy = "version: 1\n" + page.block("yaml", "fields:") + """
                rules:
                  - {id: docs, level: GREEN, because: Documentation, paths: ["*.md"]}
                """;
        String contract = page.block("yaml", "whatChanged:");
        assertThat(contract.lines()).hasSize(2);
        assertThat(judged(policy, contract, "docs/guide.md").findings()).isEmpty();
        assertThat(judged(policy, contract, "src/Token.java").findings())
                .extracting(finding -> finding.code().id())
                .contains("field-missing", "risk-understated");
    }

    private static Judgement judged(String policy, String contract, String path) {
        return Results.reached(
                GoldenCase.judge("=== contract change\n" + contract + "=== paths\nM " + path + "\n", policy));
    }

    /** The POM that it shows first is the one that a real Maven is tried with. */
    @Test
    void showsThePomThatIsTried() {
        String tried = Document.of("src/it/profile-of-ci-blocked/pom.xml").text();
        String shown = README.block("xml", "<project>")
                .replace("1.0.0-SNAPSHOT", "@project.version@")
                .replace("<project>\n", "")
                .strip();
        assertThat(tried.strip()).endsWith(shown);
    }

    /** Asked for by a key that is none. */
    @Test
    void showsEveryKey() {
        String policy = README.block("yaml", "version: 1");
        String contract = README.block("yaml", "whatChanged:");
        String rules = policy.substring(policy.indexOf("rules:"), policy.indexOf("unmatched:"));
        String withKey =
                Results.undecided(GoldenCase.judge("", policy + "aKey: 1\n")).problem();
        String withKeyOfRule = Results.undecided(
                        GoldenCase.judge("", policy.replace("  - id: auth", "  - aKey: 1\n    id: auth")))
                .problem();
        List<Finding> findings = Results.reached(GoldenCase.judge("=== contract c\n" + contract + "aKey: 1\n", policy))
                .findings();

        assertThat(keys(withKey)).contains("version").allSatisfy(key -> assertHolds(policy, key));
        assertThat(keys(withKeyOfRule)).contains("because").allSatisfy(key -> assertHolds(rules, key));
        assertThat(keys(findings.get(0).problem()))
                .contains("escalation")
                .allSatisfy(key -> assertHolds(contract, key));
    }

    /** The keys that a message about one that is none lists. */
    private static List<String> keys(String problem) {
        return List.of(problem.substring(problem.indexOf("its keys are ") + "its keys are ".length())
                .split(", "));
    }

    private static void assertHolds(String yaml, String key) {
        assertThat(yaml).containsPattern("(?m)^[ -]*" + key + ":");
    }

    @Test
    void listsEveryFindingAndWhoMendsIt() {
        assertThat(README.tables("code", "when", "mended by"))
                .hasSize(1)
                .first()
                .satisfies(rows -> assertThat(rows.stream().map(row -> List.of(row.get(0), row.get(2))))
                        .containsExactlyElementsOf(Arrays.stream(Code.values())
                                .map(code -> List.of(
                                        "`" + code.id() + "`",
                                        mendedBy(code).name().toLowerCase(Locale.ROOT)))
                                .toList()));
    }

    private static MendedBy mendedBy(Code code) {
        return new Finding(code, "a file", Optional.empty(), "a problem", "a remedy", Set.of(Origin.TARGET)).mendedBy();
    }
}
