package dev.gatekeeper.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Trust;
import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.MendedBy;
import dev.gatekeeper.verdict.Remark;
import dev.gatekeeper.yaml.Mark;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    private static final String SIGNED = "SHA256:" + "k".repeat(43);

    @Test
    void aPassIsOneLineWithTheCountsAndBothCommits() {
        Outcomes outcomes = new Outcomes().yellow().green().green();
        outcomes.trust = new Trust(true, "Maven runs outside the checkout");

        assertThat(printed(outcomes.decided())).isEqualTo("""
                [INFO] Target refs/remotes/origin/main at 222222222222, head 111111111111, merge base 333333333333
                [INFO] Contract: .gatekeeper/contracts/rotate-tokens.yaml
                [INFO] YELLOW  pom.xml  modified: No rule names it (rule unmatched)
                [INFO] PASSED: 1 YELLOW, 2 GREEN; head 111111111111, target 222222222222
                [INFO] This run is isolated: Maven runs outside the checkout
                """);
    }

    @Test
    void anEmptyChangePasses() {
        Outcomes outcomes = new Outcomes();
        outcomes.contracts.clear();
        outcomes.ref = Optional.empty();

        assertThat(printed(outcomes.decided())).isEqualTo("""
                [INFO] Target 222222222222, head 111111111111, merge base 333333333333
                [INFO] PASSED: no changed paths; only commits are judged, uncommitted work isn't; head 111111111111, target 222222222222
                [INFO] This run is advisory: Maven runs in the checkout of the change
                """);
    }

    /** A move fails when it is run twice. */
    @Test
    void aCommandOfTheAuthorIsShownOnceWhereItMendsSeveralFindings() {
        Outcomes outcomes = new Outcomes().green();
        for (Code code :
                List.of(Code.CONTRACT_MISSING, Code.CONTRACT_ALTERED, Code.APPROVAL_UNSIGNED, Code.APPROVAL_UNSIGNED)) {
            outcomes.finding(Outcomes.finding(code, "x", Optional.empty(), "x", "Do it: git mv a b"));
        }

        assertThat(printed(outcomes.decided())).contains("""
                [ERROR] x  x [contract-missing]
                [ERROR]     Remedy: do it: git mv a b
                [ERROR] x  x [contract-altered]
                [ERROR]     Remedy: do the same as above, once: it mends this too.
                [ERROR] For the approver: a human must fill this in, and no tool may do it for them.
                [ERROR] x  x [approval-unsigned]
                [ERROR]     Remedy: do it: git mv a b
                [ERROR] x  x [approval-unsigned]
                [ERROR]     Remedy: do it: git mv a b
                """);
    }

    @Test
    void aBlockedChangeShowsEachFindingWithItsRemedyAndTellsTheApproversApart() {
        Outcomes outcomes = new Outcomes()
                .yellow()
                .red()
                .finding(Outcomes.withoutEscalation())
                .finding(Outcomes.understated());

        assertThat(printed(outcomes.decided())).isEqualTo("""
                [INFO] Target refs/remotes/origin/main at 222222222222, head 111111111111, merge base 333333333333
                [INFO] Contract: .gatekeeper/contracts/rotate-tokens.yaml
                [INFO] RED     src/main/java/shop/auth/Token.java  modified: Auth or permissions logic (rule auth, pattern **/auth/**)
                [INFO] YELLOW  pom.xml  modified: No rule names it (rule unmatched)
                [ERROR] .gatekeeper/contracts/rotate-tokens.yaml:3:12  riskLevel is GREEN, but the change is RED [risk-understated]
                [ERROR]     Remedy: declare riskLevel: RED.
                [ERROR] For the approver: a human must fill this in, and no tool may do it for them.
                [ERROR] .gatekeeper/contracts/rotate-tokens.yaml  the change is RED, but nobody answers for it [escalation-missing]
                [ERROR]     Remedy: add an escalation that names a human.
                [ERROR] BLOCKED: 2 findings; 1 RED, 1 YELLOW; head 111111111111, target 222222222222
                [INFO] This run is advisory: Maven runs in the checkout of the change
                """);
        assertThat(ConsoleReport.failure(outcomes.judgement()))
                .isEqualTo(
                        "Gatekeeper blocked this change: 2 findings; next: the author (risk-understated), then Jane Smith (escalation-missing)");
    }

    @Test
    void whatIsNotEnforcedWarns() {
        Outcomes outcomes = new Outcomes().green().finding(Outcomes.withoutEscalation());
        outcomes.warnOnly = true;

        assertThat(afterTarget(outcomes.decided())).isEqualTo("""
                [WARNING] gatekeeper.warnOnly is set: findings only warn, and the build goes on.
                [WARNING] For the approver: a human must fill this in, and no tool may do it for them.
                [WARNING] .gatekeeper/contracts/rotate-tokens.yaml  the change is RED, but nobody answers for it [escalation-missing]
                [WARNING]     Remedy: add an escalation that names a human.
                [WARNING] BLOCKED, WAITING FOR A HUMAN, not enforced: 1 finding; 1 GREEN; head 111111111111, target 222222222222
                [WARNING] Gatekeeper would have blocked this change: 1 finding; WAITING FOR A HUMAN: nothing is left for the author or their agent; leave it so and ask Jane Smith (escalation-missing)
                """);
    }

    @Test
    void aSquashIsThePipelinesWord() {
        Outcomes outcomes = new Outcomes().green();
        outcomes.squashed = true;

        assertThat(afterTarget(outcomes.decided()))
                .startsWith(
                        "[WARNING] gatekeeper.squashed is set: the pipeline says that the forge made head by squashing what was judged"
                                + " before, so whom a commit names only as committer or co-author is no author here.\n");
        assertThat(MarkdownSummary.render(outcomes.decided()))
                .contains("\n- gatekeeper.squashed is set: the pipeline says ");
    }

    @Test
    void aPassOnANamedApprovalIsNotVerified() {
        Outcomes outcomes = new Outcomes()
                .red()
                .approval(Outcomes.named("Jane Smith"))
                .approval(new Approval("Max Weber", Proof.SIGNED, SIGNED, Optional.empty(), Optional.empty(), true));

        assertThat(afterTarget(outcomes.decided())).isEqualTo("""
                [INFO] RED     src/main/java/shop/auth/Token.java  modified: Auth or permissions logic (rule auth, pattern **/auth/**)
                [WARNING] Approved by Jane Smith (named, not verified; typed by Al Author in 555555555555), evidence: https://example.org/42#r1
                [INFO] Approved by Max Weber (signed, SHA256:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk)
                [WARNING] Max Weber is an author of what they approve; the policy allows it (selfApproval: true).
                [INFO] PASSED, NOT VERIFIED: 1 RED; head 111111111111, target 222222222222
                """);
    }

    @Test
    void aPassOnSignedApprovalsOnlyIsVerified() {
        Outcomes outcomes = new Outcomes()
                .red()
                .approval(new Approval("Max Weber", Proof.SIGNED, SIGNED, Optional.empty(), Optional.empty(), false));

        assertThat(afterTarget(outcomes.decided()))
                .contains("[INFO] PASSED: 1 RED;")
                .doesNotContain("NOT VERIFIED");
    }

    @Test
    void aNameThatNothingRestsOnLeavesAPassVerified() {
        Outcomes outcomes = new Outcomes().green().approval(Outcomes.named("Jane Smith"));

        assertThat(afterTarget(outcomes.decided()))
                .contains("[WARNING] Approved by Jane Smith (named, not verified;", "[INFO] PASSED: 1 GREEN;");
    }

    @Test
    void manyApprovalsAreCounted() {
        Outcomes outcomes = new Outcomes().red();
        for (int i = 0; i < 52; i++) {
            outcomes.approval(Outcomes.named("Jane " + i));
        }

        assertThat(afterTarget(outcomes.decided()))
                .contains("[WARNING] Approved by Jane 49 (named", "[WARNING] 2 more approvals. The record holds all.\n")
                .doesNotContain("Jane 50");
    }

    @Test
    void whatNothingNeedsIsToldAndCounted() {
        Outcomes outcomes = new Outcomes().red();
        for (int i = 0; i < 52; i++) {
            outcomes.remarks.add(new Remark("c" + i + ".yaml", Optional.of(new Mark(3, 1)), "nobody needs\n" + i));
        }

        assertThat(afterTarget(outcomes.decided()))
                .contains("[INFO] c49.yaml:3:1  nobody needs\\n49\n", "[INFO] 2 more remarks.\n")
                .doesNotContain("c50");
    }

    @Test
    void saysWhichPolicyApplies() {
        assertThat(firstNote(Origin.BUILT_IN))
                .isEqualTo("[INFO] The target has no .gatekeeper/policy.yaml, so the built-in default policy applies.");
        assertThat(firstNote(Origin.ORGANISATION))
                .isEqualTo(
                        "[INFO] The target has no .gatekeeper/policy.yaml, so the organisation's policy applies alone (builtIn: false).");
        assertThat(firstNote(Origin.BUILT_IN, Origin.ORGANISATION))
                .isEqualTo(
                        "[INFO] The target has no .gatekeeper/policy.yaml, so the built-in default policy applies, and the"
                                + " organisation's policy beside it.");
        assertThat(firstNote(Origin.TARGET, Origin.ORGANISATION))
                .isEqualTo("[INFO] The organisation's policy applies beside the target's.");
    }

    @Test
    void namesTheContractsThatAnswer() {
        Outcomes outcomes = new Outcomes().green();
        outcomes.contracts.clear();
        for (int i = 0; i < 52; i++) {
            outcomes.contracts.add(Outcomes.contract("c" + i + "\n.yaml"));
        }

        assertThat(printed(outcomes.decided()))
                .contains("[INFO] Contract: c49\\n.yaml\n[INFO] 2 more contracts. The record holds all.\n")
                .doesNotContain("c50");
    }

    @Test
    void saysWhoseRuleItIs() {
        Outcomes outcomes = new Outcomes();
        outcomes.path(
                Outcomes.policy(Origin.ORGANISATION, Optional.empty()),
                Level.RED,
                RawPath.of("a"),
                "pay",
                Optional.of("/a"),
                "Payments");

        assertThat(afterTarget(outcomes.decided()))
                .startsWith(
                        "[INFO] RED     a  modified: Payments (rule pay of the organisation's policy, pattern /a)\n");
    }

    @Test
    void saysUntilWhenFindingsOnlyWarn() {
        assertThat(rollOut("2026-11-22", true))
                .contains("[WARNING] Findings of the target's policy only warn until the end of 2026-11-22 (UTC).\n")
                .contains("[WARNING] BLOCKED, not enforced: ");
        assertThat(rollOut("2026-11-22", false))
                .contains("only warn until the end of 2026-11-22 (UTC); that does not cover all findings of this"
                        + " change.\n")
                .contains("[ERROR] BLOCKED: ");
        assertThat(rollOut("2026-11-21", false)).doesNotContain("only warn");
        assertThat(printed(Outcomes.undecided(withRollOut("2026-11-22").facts())))
                .contains("[WARNING] Findings of the target's policy only warn until the end of 2026-11-22 (UTC).\n");
    }

    @Test
    void printsAtMostFiftyFindings() {
        Outcomes outcomes = new Outcomes().green();
        for (int i = 0; i < 2; i++) {
            outcomes.finding(Outcomes.withoutEscalation());
        }
        for (int i = 0; i < 51; i++) {
            outcomes.finding(Outcomes.understated());
        }

        List<Line> lines = Results.lines(outcomes.decided());
        assertThat(lines.stream().filter(line -> line.text().startsWith("    ")))
                .hasSize(50);
        assertThat(afterTarget(outcomes.decided())).contains("""
                [ERROR]     Remedy: declare riskLevel: RED.
                [ERROR] Not shown: 3 findings, of which a human must fill in 2. The record holds all.
                [ERROR] BLOCKED: 53 findings; 1 GREEN;""");
    }

    @Test
    void manyPathsOfOneRuleAreOneLine() {
        Outcomes outcomes = new Outcomes();
        for (int i = 0; i < 4; i++) {
            outcomes.path(Level.YELLOW, "src/F" + i, "src", Optional.of("/src/F" + i % 2), "Code");
        }
        outcomes.red().red().red().green();

        assertThat(afterTarget(outcomes.decided())).startsWith("""
                [INFO] RED     src/main/java/shop/auth/Token.java  modified: Auth or permissions logic (rule auth, pattern **/auth/**)
                [INFO] RED     src/main/java/shop/auth/Token.java  modified: Auth or permissions logic (rule auth, pattern **/auth/**)
                [INFO] RED     src/main/java/shop/auth/Token.java  modified: Auth or permissions logic (rule auth, pattern **/auth/**)
                [INFO] YELLOW  4 paths, such as src/F0: Code (rule src, patterns /src/F0, /src/F1)
                """);
    }

    @Test
    void printsAtMostFiftyRulesRedOnesFirst() {
        Outcomes outcomes = new Outcomes();
        for (int i = 0; i < 51; i++) {
            outcomes.path(Level.YELLOW, "src/F" + i, "rule-" + i, Optional.empty(), "Code");
        }
        outcomes.red();

        List<String> shown =
                Results.lines(outcomes.decided()).stream().map(Line::text).toList();
        assertThat(shown.get(2)).startsWith("RED ");
        assertThat(shown.subList(3, 52)).allMatch(line -> line.startsWith("YELLOW "));
        assertThat(shown.get(52))
                .isEqualTo("2 more rules that make paths RED or YELLOW. The record holds every RED path.");
    }

    @Test
    void aChangeOfThePolicyActsAfterTheMergeOnly() {
        Outcomes outcomes = new Outcomes()
                .path(Level.RED, ".gatekeeper/policy.yaml", "gatekeeper", Optional.empty(), "Gatekeeper's own files");

        assertThat(afterTarget(outcomes.decided()))
                .contains(
                        "[INFO] This change alters .gatekeeper/policy.yaml, which acts after the merge only: what judges"
                                + " it is the target's.\n");
    }

    @Test
    void showsTheLinesThatARemedyAsksFor() {
        Outcomes outcomes = new Outcomes()
                .green()
                .finding(new Finding(
                        Code.ESCALATION_MISSING,
                        Outcomes.CONTRACT,
                        Optional.empty(),
                        "there is no escalation",
                        "Add this:",
                        Set.of(Origin.TARGET),
                        MendedBy.APPROVER,
                        List.of("escalation:", "  approver: <who>\n")));

        assertThat(afterTarget(outcomes.decided())).contains("""
                [ERROR]     Remedy: add this:
                [ERROR]         escalation:
                [ERROR]           approver: <who>\\n
                """);
    }

    @Test
    void saysWhereTheRecordIs() {
        Outcomes outcomes = new Outcomes().green();
        Optional<Path> record = Optional.of(Path.of("/builds/42/verdict.json"));

        assertThat(ConsoleReport.lines(outcomes.facts(), outcomes.judgement(), record))
                .contains(new Line(Line.Severity.INFO, "Record: /builds/42/verdict.json"));
        assertThat(ConsoleReport.lines(Outcomes.undecided(outcomes.facts()), record))
                .contains(new Line(Line.Severity.INFO, "Record: /builds/42/verdict.json"));
    }

    @Test
    void whatCannotBeDecidedSaysWhyAndHowToGoOn() {
        Outcome.Undecided<Judgement> outcome = Outcomes.undecided(new Outcomes().nothingKnown());

        assertThat(printed(outcome)).isEqualTo("""
                [ERROR] refs/remotes/origin/main: there is no such ref [ref-unknown]
                [ERROR]     Remedy: git fetch origin main
                [INFO] This run is advisory: Maven runs in the checkout of the change
                """);
        assertThat(ConsoleReport.failure(outcome))
                .isEqualTo(
                        "Gatekeeper cannot decide: refs/remotes/origin/main: there is no such ref [ref-unknown]; remedy: git fetch origin main");
    }

    @Test
    void namesTheCommitsThatAreKnownWhenItCannotDecide() {
        Facts known = new Outcomes().facts();
        Facts facts = new Facts(known.run(), known.revisions(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(printed(Outcomes.undecided(facts)))
                .startsWith("[INFO] Target refs/remotes/origin/main at 222222222222, head 111111111111\n[ERROR] ");
    }

    @Test
    void aHostileChangeWritesNoLineOfItsOwn() {
        Outcomes outcomes = new Outcomes().red().approval(Outcomes.named("Jane\n::error::x"));
        outcomes.ref = Optional.of("refs/heads/\u001B[2K");
        outcomes.trust = new Trust(false, "no\r\nway");
        outcomes.path(Level.RED, "::error::a\u202Eb  c", "r", Optional.of("*"), "because\t");
        outcomes.finding(Outcomes.finding(
                Code.PATH_UNSAFE, "::error::a b", Optional.empty(), "::warning::\u2028", "::notice::\u0085"));

        assertThat(printed(outcomes.decided())).isEqualTo("""
                [INFO] Target refs/heads/\\u001B[2K at 222222222222, head 111111111111, merge base 333333333333
                [INFO] Contract: .gatekeeper/contracts/rotate-tokens.yaml
                [INFO] RED     src/main/java/shop/auth/Token.java  modified: Auth or permissions logic (rule auth, pattern **/auth/**)
                [INFO] RED     \\u003A:error::a\\u202Eb \\u0020c  modified: because\\t (rule r, pattern *)
                [WARNING] Approved by Jane\\n::error::x (named, not verified; typed by Al Author in 555555555555), evidence: https://example.org/42#r1
                [ERROR] \\u003A:error::a b  \\u003A:warning::\\u2028 [path-unsafe]
                [ERROR]     Remedy: \\u003A:notice::\\u0085
                [ERROR] BLOCKED: 1 finding; 2 RED; head 111111111111, target 222222222222
                [INFO] This run is advisory: no\\r\\nway
                """);
        assertThat(ConsoleReport.failure(
                        new Outcome.Undecided<>(outcomes.facts(), UndecidedCode.UNEXPECTED, "a\n::error::b", "c")))
                .isEqualTo("Gatekeeper cannot decide: a\\n::error::b [unexpected]; remedy: c");
    }

    private static String firstNote(Origin... origins) {
        Outcomes outcomes = new Outcomes().green();
        outcomes.policies.clear();
        for (Origin origin : origins) {
            outcomes.policies.add(Outcomes.policy(origin, Optional.empty()));
        }
        return afterTarget(outcomes.decided()).lines().findFirst().orElseThrow();
    }

    private static Outcomes withRollOut(String last) {
        Outcomes outcomes = new Outcomes().green();
        outcomes.policies.set(0, Outcomes.policy(Origin.TARGET, Optional.of(LocalDate.parse(last))));
        return outcomes;
    }

    private static String rollOut(String last, boolean warnsOnly) {
        Outcomes outcomes = withRollOut(last).finding(Outcomes.understated());
        outcomes.rollOutCovers = warnsOnly;
        return printed(outcomes.decided());
    }

    private static String afterTarget(Outcome<Judgement> outcome) {
        String printed = printed(outcome);
        String contract = "Contract: " + Outcomes.CONTRACT + "\n";
        return printed.substring(
                printed.indexOf(contract) + contract.length(), printed.lastIndexOf("[INFO] This run is"));
    }

    private static String printed(Outcome<Judgement> outcome) {
        return Results.lines(outcome).stream()
                .map(line -> "[" + line.severity() + "] " + line.text() + "\n")
                .collect(joining());
    }
}
