package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Remark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader of a verdict must know beside its findings: the policies in force, who approved, and what only warns. */
final class Notes {

    private Notes() {}

    /** Something that a reader must know. */
    record Note(Severity severity, Phrase phrase) {}

    /** What there is to know where nothing was judged. */
    static List<Note> of(Facts facts) {
        List<Note> notes = new ArrayList<>();
        policies(facts, false, notes);
        return List.copyOf(notes);
    }

    /** All that there is to know of a judged change. */
    static List<Note> of(Facts facts, Judgement judgement) {
        List<Note> notes = new ArrayList<>(beside(facts, judgement));
        notes.addAll(approvals(judgement));
        return List.copyOf(notes);
    }

    /** All but who approved. */
    static List<Note> beside(Facts facts, Judgement judgement) {
        List<Note> notes = new ArrayList<>();
        Optional<String> doubt = CommitsLine.doubt(facts);
        if (doubt.isPresent()) {
            notes.add(warning(Phrase.of("").remedy(doubt.get())));
        }
        policies(facts, !judgement.letsThrough(), notes);
        if (judgement.warnOnly()) {
            notes.add(warning(Phrase.of("gatekeeper.warnOnly is set: findings only warn, and the build goes on.")));
        }
        if (judgement.squashed()) {
            notes.add(warning(Phrase.of(
                    "gatekeeper.squashed is set: the pipeline says that the forge made head by squashing what was judged"
                            + " before, so whom a commit names only as committer or co-author is no author here.")));
        }
        if (altersPolicy(judgement)) {
            notes.add(new Note(
                    Severity.INFO,
                    Phrase.of("This change alters ")
                            .path(Layout.POLICY.display())
                            .words(", which acts after the merge only: what judges it is the target's.")));
        }
        remarks(judgement.remarks(), notes);
        toSign(judgement.statements(), notes);
        return List.copyOf(notes);
    }

    private static boolean altersPolicy(Judgement judgement) {
        for (ClassifiedPath path : judgement.classification().paths()) {
            ChangedPath changed = path.changed();
            if (changed.path().equals(Layout.POLICY) && !changed.hasLanded()) {
                return true;
            }
        }
        return false;
    }

    private static void remarks(List<Remark> all, List<Note> notes) {
        Capped<Remark> capped = Capped.of(all);
        for (Remark remark : capped.shown()) {
            String place = remark.file()
                    + (remark.mark().isPresent() ? ":" + remark.mark().get() : "");
            notes.add(new Note(
                    Severity.INFO, Phrase.of("").path(place).words("  ").remedy(remark.text())));
        }
        if (!capped.left().isEmpty()) {
            notes.add(new Note(Severity.INFO, Phrase.of(capped.left().size() + " more remarks.")));
        }
    }

    private static void toSign(List<Statement> statements, List<Note> notes) {
        if (statements.isEmpty()) {
            return;
        }
        Capped<Statement> capped = Capped.of(statements);
        String names = capped.shown().stream().map(StatementWriter::nameOf).collect(Collectors.joining(", "));
        Phrase phrase = Phrase.of("To be signed, beside the verdict record: ")
                .value(names + Words.andMore(capped.left().size()));
        notes.add(new Note(Severity.INFO, phrase));
    }

    /** Who approved, and how far that is proven. */
    static List<Note> approvals(Judgement judgement) {
        List<Note> notes = new ArrayList<>();
        Capped<Approval> approvals = Capped.of(judgement.approvals());
        for (Approval approval : approvals.shown()) {
            notes.add(approved(approval));
            if (approval.self()) {
                notes.add(warning(Phrase.of("")
                        .prose(approval.approver())
                        .words(" is an author of what they approve; the policy allows it (selfApproval: true).")));
            }
        }
        if (!approvals.left().isEmpty()) {
            String words = "%d more approvals. The record holds all."
                    .formatted(approvals.left().size());
            notes.add(warning(Phrase.of(words)));
        }
        return List.copyOf(notes);
    }

    /** @param blocks whether findings stand in the way of the change all the same */
    private static void policies(Facts facts, boolean blocks, List<Note> notes) {
        if (facts.policies().isEmpty()) {
            return;
        }
        Policies policies = facts.policies().get();
        if (!policies.origins().equals(Set.of(Origin.TARGET))) {
            notes.add(new Note(Severity.INFO, Phrase.of(inForce(policies.origins()))));
        }
        for (Policy policy : policies.inForce()) {
            if (policy.onlyWarns(facts.run().today())) {
                notes.add(rollOut(policy, blocks));
            }
            List<Rule> withoutKey = policies.rulesWithoutKey(policy, facts.run().today());
            if (!withoutKey.isEmpty()) {
                notes.add(withoutKey(policy.origin(), withoutKey, facts.run().today()));
            }
        }
    }

    private static String inForce(Set<Origin> origins) {
        if (origins.contains(Origin.TARGET)) {
            return "The organisation's policy applies beside the target's.";
        }
        String none = "The target has no .gatekeeper/policy.yaml, so the ";
        if (!origins.contains(Origin.BUILT_IN)) {
            return none + "organisation's policy applies alone (builtIn: false).";
        }
        return none + "built-in default policy applies"
                + (origins.contains(Origin.ORGANISATION) ? ", and the organisation's policy beside it." : ".");
    }

    private static Note rollOut(Policy policy, boolean blocks) {
        String words = "Findings of %s only warn until the end of %s (UTC)"
                .formatted(name(policy.origin()), policy.warnUntil().orElseThrow());
        return warning(Phrase.of(words + (blocks ? "; that does not cover all findings of this change." : ".")));
    }

    private static Note withoutKey(Origin origin, List<Rule> rules, LocalDate today) {
        List<String> ids = new ArrayList<>();
        for (Rule rule : rules) {
            ids.add(rule.id());
        }
        boolean one = ids.size() == 1;
        String mends = origin == Origin.ORGANISATION
                ? "whoever runs the pipeline lists one that does."
                : "an administrator lands one that does.";
        return warning(Phrase.of(one ? "Rule " : "Rules ")
                .value(Words.list(ids))
                .words(" of " + name(origin) + (one ? " asks" : " ask") + " for signatures, and no key of "
                        + (one ? "its" : "their") + " approvers counts on " + today
                        + " (UTC), so nobody can give what is asked for: " + mends));
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
        Phrase by = Phrase.of("Approved by ").prose(approval.approver());
        return switch (approval.proof()) {
            case NAMED -> warning(withEvidence(named(by, approval.typedBy()), approval.evidence()));
            case REVIEWED ->
                new Note(
                        Severity.INFO,
                        by.words(" (reviewed at "
                                + approval.review().orElseThrow().shortCommit() + ", as the pipeline says)"));
            case SIGNED ->
                new Note(
                        Severity.INFO,
                        by.words(" (signed, ").value(approval.evidence()).words(")"));
        };
    }

    private static Phrase named(Phrase by, Optional<Author> typedBy) {
        Phrase named = by.words(" (named, not verified");
        if (typedBy.isPresent()) {
            named = named.words("; typed by ")
                    .prose(typedBy.get().person().shown())
                    .words(" in " + CommitsLine.shortId(typedBy.get().commit()));
        }
        return named.words(")");
    }

    private static Phrase withEvidence(Phrase by, String evidence) {
        return evidence.isBlank() ? by : by.words(", evidence: ").evidence(evidence);
    }

    private static Note warning(Phrase phrase) {
        return new Note(Severity.WARNING, phrase);
    }
}
