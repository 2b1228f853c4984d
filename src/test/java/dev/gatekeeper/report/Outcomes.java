package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Run;
import dev.gatekeeper.Trust;
import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Match;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.PathPattern;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.verdict.Code;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.JudgedContract;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.MendedBy;
import dev.gatekeeper.verdict.Remark;
import dev.gatekeeper.yaml.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Outcomes for tests, built up from a change that the target's policy passes. */
final class Outcomes {

    static final String TARGET = "2".repeat(40);
    static final String HEAD = "1".repeat(40);
    static final String BASE = "3".repeat(40);
    static final String TREE = "6".repeat(40);
    static final String BLOB = "4".repeat(40);
    static final String CONTRACT = ".gatekeeper/contracts/rotate-tokens.yaml";

    Optional<String> change = Optional.of("42");
    Optional<String> ref = Optional.of("refs/remotes/origin/main");
    Trust trust = new Trust(false, "Maven runs in the checkout of the change");
    Optional<Level> declared = Optional.of(Level.RED);
    boolean simulation;
    boolean warnOnly;
    boolean squashed;
    boolean rollOutCovers;
    final List<Policy> policies = new ArrayList<>();
    final List<ClassifiedPath> paths = new ArrayList<>();
    final List<Approval> approvals = new ArrayList<>();
    final List<Statement> statements = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<Remark> remarks = new ArrayList<>();
    final List<JudgedContract> contracts = new ArrayList<>(List.of(contract(CONTRACT)));
    Optional<String> human = Optional.empty();

    Outcomes() {
        policies.add(policy(Origin.TARGET, Optional.empty()));
    }

    static Policy policy(Origin origin, Optional<LocalDate> warnUntil) {
        return new Policy(
                origin,
                BLOB,
                Optional.of("acme/shop"),
                List.of(),
                List.of(),
                List.of(),
                Level.YELLOW,
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                false,
                Proof.NAMED,
                false,
                warnUntil,
                true);
    }

    static Finding finding(Code code, String file, Optional<Mark> mark, String problem, String remedy) {
        return new Finding(code, file, mark, problem, remedy, Set.of(Origin.TARGET));
    }

    static JudgedContract contract(String path) {
        return new JudgedContract(
                path,
                Optional.of("c".repeat(64)),
                Optional.of("Refresh tokens rotate on each use."),
                Optional.of("A stolen token stayed valid for 30 days."));
    }

    static Finding understated() {
        return finding(
                Code.RISK_UNDERSTATED,
                CONTRACT,
                Optional.of(new Mark(3, 12)),
                "riskLevel is GREEN, but the change is RED",
                "Declare riskLevel: RED.");
    }

    static Finding withoutEscalation() {
        return finding(
                Code.ESCALATION_MISSING,
                CONTRACT,
                Optional.empty(),
                "the change is RED, but nobody answers for it",
                "Add an escalation that names a human.");
    }

    static Approval named(String who) {
        Author typist = new Author(new Person("Al Author", "al@acme.example"), Author.Role.AUTHOR, "5".repeat(40));
        return new Approval(
                who, Proof.NAMED, "https://example.org/42#r1", Optional.of(typist), Optional.empty(), false);
    }

    Outcomes finding(Finding finding) {
        findings.add(finding);
        if (finding.mendedBy() == MendedBy.APPROVER) {
            human = Optional.of("Jane Smith");
        }
        return this;
    }

    Outcomes approval(Approval approval) {
        approvals.add(approval);
        return this;
    }

    Outcomes path(Level level, String path, String id, Optional<String> glob, String because) {
        return path(policies.get(0), level, RawPath.of(path), id, glob, because);
    }

    Outcomes path(Policy policy, Level level, RawPath path, String id, Optional<String> glob, String because) {
        List<PathPattern> patterns = glob.map(PathPattern::new).stream().toList();
        Rule rule = Rule.plain(id, level, because, patterns, Proof.NAMED);
        Entry before = new Entry(0100644, "a".repeat(40));
        ChangedPath changed = new ChangedPath(path, before, new Entry(0100644, "b".repeat(40)), before);
        paths.add(new ClassifiedPath(
                changed, List.of(new Match(policy, rule, patterns.stream().findFirst()))));
        return this;
    }

    Outcomes red() {
        return path(
                Level.RED,
                "src/main/java/shop/auth/Token.java",
                "auth",
                Optional.of("**/auth/**"),
                "Auth or permissions logic");
    }

    Outcomes yellow() {
        return path(Level.YELLOW, "pom.xml", "unmatched", Optional.empty(), "No rule names it");
    }

    Outcomes green() {
        return path(Level.GREEN, "README.md", "docs", Optional.of("/*.md"), "Documentation");
    }

    Facts facts() {
        return new Facts(
                run(),
                Optional.of(new Revisions(ref, Optional.of("refs/heads/main"), TARGET, HEAD)),
                Optional.of(TREE),
                Optional.of(BASE),
                Optional.of(new Policies(policies)));
    }

    Facts nothingKnown() {
        return Facts.none(run());
    }

    Outcome.Reached<Judgement> decided() {
        return new Outcome.Reached<>(facts(), judgement());
    }

    Judgement judgement() {
        Classification classification = new Classification(paths);
        boolean red = classification.level() == Level.RED;
        return new Judgement(
                classification,
                contracts,
                declared,
                red,
                List.of(new Person("Al Author", "al@acme.example")),
                approvals,
                statements,
                findings,
                human,
                remarks,
                warnOnly,
                squashed,
                rollOutCovers);
    }

    static Outcome.Undecided<Judgement> undecided(Facts facts) {
        return new Outcome.Undecided<>(
                facts,
                UndecidedCode.REF_UNKNOWN,
                "refs/remotes/origin/main: there is no such ref",
                "git fetch origin main");
    }

    private Run run() {
        return new Run(
                "1.2.3", trust, Instant.parse("2026-11-22T12:00:00.987654Z"), Optional.empty(), change, simulation);
    }
}
