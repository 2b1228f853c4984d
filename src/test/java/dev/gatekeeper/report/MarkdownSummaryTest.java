package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.Trust;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Remark;
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
                # Gatekeeper: BLOCKED (advisory)

                2 findings; next: the author (risk-understated), then Jane Smith (escalation-missing).

                Changed paths: 1 RED, 1 YELLOW. Declared level: RED; computed level: RED.

                ## The author says

                - `.gatekeeper/contracts/rotate-tokens.yaml`

                  > Refresh tokens rotate on each use.

                  > A stolen token stayed valid for 30 days.

                ## For the author

                - `.gatekeeper/contracts/rotate-tokens.yaml:3:12`: riskLevel is GREEN, but the change is RED (risk-understated)

                  Remedy: declare riskLevel: RED.

                ## For a human, and for no tool

                - `.gatekeeper/contracts/rotate-tokens.yaml`: the change is RED, but nobody answers for it (escalation-missing)

                  Remedy: add an escalation that names a human.

                ## RED paths

                | path | change | why | rule | pattern |
                | --- | --- | --- | --- | --- |
                | `src/main/java/shop/auth/Token.java` | modified | Auth or permissions logic | `auth` | `**/auth/**` |

                ## YELLOW paths

                - `pom.xml`: No rule names it (rule `unmatched`)

                ## The run

                - This run is advisory: Maven runs in the checkout of the change
                - A rehearsal that no metric counts
                - Repository: `acme/shop`
                - Change: `42`
                - Target: `2222222222222222222222222222222222222222`, the tip of `refs/remotes/origin/main`
                - Head: `1111111111111111111111111111111111111111`
                - Merge base: `3333333333333333333333333333333333333333`
                - Judged by the target's policy, blob `4444444444444444444444444444444444444444`
                - Decided at 2026-11-22T12:00:00Z
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

                Changed paths: 1 RED. Declared level: none; computed level: RED.

                ## RED paths

                | path | change | why | rule | pattern |
                | --- | --- | --- | --- | --- |
                | `src/main/java/shop/auth/Token.java` | modified | Auth or permissions logic | `auth` | `**/auth/**` |

                ## Approvals

                - Approved by Jane Smith (named, not verified; typed by Al Author in 555555555555), evidence: <https://example.org/42#r1>

                ## The run

                - This run is isolated: Maven runs outside the checkout
                - Repository: `acme/shop`
                - Target: `2222222222222222222222222222222222222222`
                - Head: `1111111111111111111111111111111111111111`
                - Merge base: `3333333333333333333333333333333333333333`
                - Judged by the target's policy, blob `4444444444444444444444444444444444444444`
                - Decided at 2026-11-22T12:00:00Z
                """);
    }

    @Test
    void whatCannotBeDecided() {
        assertThat(MarkdownSummary.render(Outcomes.undecided(new Outcomes().nothingKnown())))
                .isEqualTo("""
                # Gatekeeper: UNDECIDED (advisory)

                Cannot decide: `refs/remotes/origin/main`: there is no such ref (ref-unknown)

                Remedy:

                ~~~~~~
                git fetch origin main
                ~~~~~~

                ## The run

                - This run is advisory: Maven runs in the checkout of the change
                - Change: `42`
                - Decided at 2026-11-22T12:00:00Z
                """);
    }

    /** Shown as it must be pasted, and no other. */
    @Test
    void aCommandStandsAlone() {
        Outcomes outcomes = new Outcomes()
                .green()
                .finding(
                        Outcomes.finding(
                                Code.PATH_UNSAFE,
                                "docs/x: git push evil a\\b",
                                Optional.empty(),
                                "the added path holds a backslash: U+005C",
                                "Where 'docs/x: git push evil a\\b' has to stay, it does. Otherwise rename it: git mv -- \"$(printf 'a')\" b"));
        outcomes.remarks.add(new Remark(
                "x.yaml",
                Optional.empty(),
                "is nearly a contract; move it and commit: mkdir -p a && git mv x.yaml a/x.yaml"));

        assertThat(MarkdownSummary.render(outcomes.decided()))
                .contains("""

                          Remedy: where `'docs/x: git push evil a\\b'` has to stay, it does. Otherwise rename it:

                          ~~~~~~
                          git mv -- "$(printf 'a')" b
                          ~~~~~~
                        """)
                .contains(
                        "- `x.yaml`  is nearly a contract; move it and commit: `mkdir -p a && git mv x.yaml a/x.yaml`\n");
    }

    @Test
    void aChangeOfNothingSaysWhatIsNotLookedAt() {
        assertThat(MarkdownSummary.render(new Outcomes().decided()))
                .contains("\nNo changed paths; only commits are judged, uncommitted work isn't. Declared level: RED;");
    }

    @Test
    void countsWhatIsTooMuch() {
        Outcomes outcomes = new Outcomes().green();
        for (int i = 0; i < 51; i++) {
            outcomes.finding(Outcomes.understated());
            outcomes.contracts.add(Outcomes.contract(".gatekeeper/contracts/c" + i + ".yaml"));
        }

        assertThat(MarkdownSummary.render(outcomes.decided()))
                .contains("- 2 more contracts. The record holds all.\n")
                .contains("\n\nNot shown: 1 finding. The record holds all.\n");
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
                .contains(
                        "- `\\u0060</code><script>`: `x\\u0060 @acme/owners #1 \\u007C [a](http://b) \\u0060\\u0060` (path-unsafe)\n")
                .contains("\n  Remedy: `a\\n\\n# PASSED\\n\\u202E\\u0060`\n")
                .contains("- Approved by `<img src=//x> \\u0060` (named, not verified; typed by");
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
                .startsWith("# Gatekeeper: BLOCKED (advisory)\n")
                .containsPattern("\n\n[1-9][0-9]* more lines did not fit\\. The record holds all\\.\n$");
    }
}
