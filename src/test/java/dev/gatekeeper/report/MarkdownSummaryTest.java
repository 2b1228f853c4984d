package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.Trust;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Judgement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {

    @Test
    void aBlockedChange() {
        Outcomes outcomes = new Outcomes()
                .yellow()
                .red()
                .finding(Outcomes.withoutEscalation())
                .finding(Outcomes.understated());
        outcomes.simulation = true;

        assertThat(MarkdownSummary.render(outcomes.decided())).isEqualTo("""
                # Gatekeeper: BLOCKED

                - BLOCKED: 2 findings (1 for the author, 1 for the approver); 1 RED, 1 YELLOW
                - Declared level: RED; computed level: RED
                - Contract: `.gatekeeper/contracts/rotate-tokens.yaml`
                - Repository: `acme/shop`
                - Change: `42`
                - Target: `2222222222222222222222222222222222222222`, the tip of `refs/remotes/origin/main`
                - Head: `1111111111111111111111111111111111111111`
                - Merge base: `3333333333333333333333333333333333333333`
                - Judged by the target's policy, blob `4444444444444444444444444444444444444444`
                - Decided at 2026-11-22T12:00:00Z
                - A rehearsal that no metric counts
                - This run is advisory: `Maven runs in the checkout of the change`

                ## For the author

                - risk-understated at `.gatekeeper/contracts/rotate-tokens.yaml:3:12`: `riskLevel is GREEN, but the change is RED`
                  - Remedy: `Declare riskLevel: RED and add an escalation.`

                ## For the approver: a human must fill this in

                - escalation-missing at `.gatekeeper/contracts/rotate-tokens.yaml`: `the change is RED, but nobody answers for it`
                  - Remedy: `Add an escalation that names a human.`

                ## RED and YELLOW paths

                - RED     `src/main/java/shop/auth/Token.java`  modified, rule `auth`, pattern `**/auth/**`: `Auth or permissions logic`
                - YELLOW  `pom.xml`  modified, rule `unmatched`: `No rule names it`
                """);
    }

    @Test
    void aPassOnANamedApproval() {
        Outcomes outcomes = new Outcomes().red().approval(Outcomes.named("Jane Smith"));
        outcomes.ref = Optional.empty();
        outcomes.declared = Optional.empty();
        outcomes.change = Optional.empty();
        outcomes.contracts.clear();
        outcomes.trust = new Trust(true, "Maven runs outside the checkout");

        assertThat(MarkdownSummary.render(outcomes.decided())).isEqualTo("""
                # Gatekeeper: PASSED, NOT VERIFIED

                - PASSED, NOT VERIFIED: 1 RED
                - Declared level: none; computed level: RED
                - Approved by `Jane Smith` (named, not verified), evidence: `https://example.org/42\\u0023r1`
                - Repository: `acme/shop`
                - Target: `2222222222222222222222222222222222222222`
                - Head: `1111111111111111111111111111111111111111`
                - Merge base: `3333333333333333333333333333333333333333`
                - Judged by the target's policy, blob `4444444444444444444444444444444444444444`
                - Decided at 2026-11-22T12:00:00Z
                - This run is isolated: `Maven runs outside the checkout`

                ## RED and YELLOW paths

                - RED     `src/main/java/shop/auth/Token.java`  modified, rule `auth`, pattern `**/auth/**`: `Auth or permissions logic`
                """);
    }

    @Test
    void whatCannotBeDecided() {
        assertThat(MarkdownSummary.render(Outcomes.undecided(new Outcomes().nothingKnown())))
                .isEqualTo("""
                # Gatekeeper: UNDECIDED

                - Cannot decide: `refs/remotes/origin/main: there is no such ref`
                - Remedy: `git fetch origin main`
                - Change: `42`
                - Decided at 2026-11-22T12:00:00Z
                - This run is advisory: `Maven runs in the checkout of the change`
                """);
    }

    @Test
    void countsWhatIsTooMuch() {
        Outcomes outcomes = new Outcomes().green();
        for (int i = 0; i < 51; i++) {
            outcomes.finding(Outcomes.understated());
            outcomes.contracts.add(".gatekeeper/contracts/c" + i + ".yaml");
        }

        assertThat(MarkdownSummary.render(outcomes.decided()))
                .contains("- 2 more contracts. The record holds all.\n")
                .endsWith("\n\nNot shown: 1 finding for the author. The record holds all.\n");
    }

    @Test
    void aHostileChangeMakesNoLinkMentionOrMarkup() {
        Outcomes outcomes = new Outcomes()
                .finding(Outcomes.finding(
                        Code.PATH_UNSAFE,
                        "`</code><script>",
                        Optional.empty(),
                        "x` @acme/owners #1 | [a](http://b) ``",
                        "a\n\n# PASSED\n\u202E`"))
                .approval(Outcomes.named("<img src=//x> `"));
        Outcome<Judgement> outcome = outcomes.decided();

        assertThat(MarkdownSummary.render(outcome))
                .contains("- path-unsafe at `\\u0060\\u003C/code>\\u003Cscript>`: "
                        + "`x\\u0060 \\u0040acme/owners \\u00231 \\u007C [a](http://b) \\u0060\\u0060`\n"
                        + "  - Remedy: `a\\n\\n\\u0023 PASSED\\n\\u202E\\u0060`\n")
                .contains("- Approved by `\\u003Cimg src=//x> \\u0060` (named, not verified)");
    }

    @Test
    void aPageThatIsMadeTooLongLosesItsEndOnly() {
        String endless = "\u202e\ud83d\ude00".repeat(2000);
        Outcomes outcomes = new Outcomes().red();
        for (int i = 0; i < 50; i++) {
            outcomes.finding(
                            Outcomes.finding(Code.PATH_UNSAFE, i + endless, Optional.empty(), i + endless, i + endless))
                    .path(Level.RED, "auth/" + i + endless, "auth", Optional.of("**/auth/**"), endless);
        }

        String page = MarkdownSummary.render(outcomes.decided());

        assertThat(page.getBytes(UTF_8)).hasSizeBetween(900_000, 1_000_100);
        assertThat(page)
                .startsWith("# Gatekeeper: BLOCKED\n")
                .contains("- This run is advisory: ")
                .containsPattern("\n\n[1-9][0-9]* more lines did not fit\\. The record holds all\\.\n$");
    }
}
