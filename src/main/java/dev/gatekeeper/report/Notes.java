package dev.gatekeeper.report;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.approval.Statement;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.verdict.Approval;
import dev.gatekeeper.verdict.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reader of a verdict must know beside its findings: the policies in force, who approved, and what only warns. */
final class Notes {

    private Notes() {}

    static List<Note> of(Outcome outcome) {
        List<Note> notes = new ArrayList<>();
        outcome.facts().policies().ifPresent(policies -> {
            policies(policies).ifPresent(notes::add);
            policies.inForce().stream()
                    .flatMap(policy -> rollOut(policy, outcome).stream())
                    .forEach(notes::add);
        });
        if (outcome instanceof Outcome.Decided decided) {
            if (outcome.facts().request().warnOnly()) {
                notes.add(warning(Phrase.of("gatekeeper.warnOnly is set: findings only warn, and the build goes on.")));
            }
            approvals(decided.judgement().approvals(), notes);
            toSign(decided.judgement().statements()).ifPresent(notes::add);
        }
        return List.copyOf(notes);
    }

    private static Optional<Note> toSign(List<Statement> statements) {
        Capped<Statement> capped = Capped.of(statements);
        String more = capped.left().isEmpty() ? "" : " and " + capped.left().size() + " more";
        String names = capped.shown().stream().map(StatementWriter::nameOf).collect(Collectors.joining(", "));
        return statements.isEmpty()
                ? Optional.empty()
                : Optional.of(new Note(
                        Severity.INFO,
                        Phrase.of("To be signed, beside the verdict record: ").value(names + more)));
    }

    private static void approvals(List<Approval> all, List<Note> notes) {
        Capped<Approval> approvals = Capped.of(all);
        for (Approval approval : approvals.shown()) {
            notes.add(approved(approval));
            if (approval.self()) {
                notes.add(warning(Phrase.of("")
                        .value(approval.approver())
                        .words(" is an author of what they approve; the policy allows it (selfApproval: true).")));
            }
        }
        if (!approvals.left().isEmpty()) {
            String words = "%d more approvals. The record holds all."
                    .formatted(approvals.left().size());
            notes.add(warning(Phrase.of(words)));
        }
    }

    private static Optional<Note> policies(Policies policies) {
        boolean target = policies.from(Origin.TARGET).isPresent();
        boolean organisation = policies.from(Origin.ORGANISATION).isPresent();
        if (target && !organisation) {
            return Optional.empty();
        }
        String words = target
                ? "The organisation's policy applies beside the target's."
                : "The target has no .gatekeeper folder, so the "
                        + (organisation ? "organisation's policy applies alone." : "built-in default policy applies.");
        return Optional.of(new Note(Severity.INFO, Phrase.of(words)));
    }

    private static Optional<Note> rollOut(Policy policy, Outcome outcome) {
        LocalDate today = outcome.facts().request().today();
        return policy.warnUntil().filter(last -> policy.onlyWarns(today)).map(last -> {
            String words = "Findings of %s only warn until the end of %s (UTC)".formatted(name(policy.origin()), last);
            boolean uncovered = outcome.word().equals(Verdict.BLOCKED.name()) && !outcome.letsThrough();
            return warning(Phrase.of(words + (uncovered ? "; that does not cover all findings of this change." : ".")));
        });
    }

    /** Such as {@code the target's policy}. */
    static String name(Origin origin) {
        return switch (origin) {
            case TARGET -> "the target's policy";
            case ORGANISATION -> "the organisation's policy";
            case BUILT_IN -> "the built-in default policy";
        };
    }

    private static Note approved(Approval approval) {
        Phrase by = Phrase.of("Approved by ").value(approval.approver());
        return approval.proof() == Proof.SIGNED
                ? new Note(
                        Severity.INFO,
                        by.words(" (signed, ").value(approval.evidence()).words(")"))
                : warning(withEvidence(by.words(" (named, not verified)"), approval.evidence()));
    }

    private static Phrase withEvidence(Phrase by, String evidence) {
        return evidence.isBlank() ? by : by.words(", evidence: ").value(evidence);
    }

    private static Note warning(Phrase phrase) {
        return new Note(Severity.WARNING, phrase);
    }
}
