package dev.gatekeeper.report;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Verdict;

/** A verdict in one sentence. */
final class Headline {

    private Headline() {}

    /** Such as {@code PASSED} or {@code BLOCKED, not enforced}. */
    static String word(Outcome.Decided outcome) {
        if (!outcome.enforced()) {
            return outcome.word() + ", not enforced";
        }
        return outcome.word() + (restsOnName(outcome.judgement()) ? ", NOT VERIFIED" : "");
    }

    /** The word, how many findings there are and how many paths of each level. */
    static Phrase of(Outcome.Decided outcome) {
        Judgement judgement = outcome.judgement();
        String findings =
                judgement.findings().isEmpty() ? "" : FindingsByReader.countApart(judgement.findings()) + "; ";
        return Phrase.of(word(outcome) + ": " + findings + PathLines.counts(judgement.classification()));
    }

    /** As {@link #of}, with both commits in full. */
    static Phrase withCommits(Outcome.Decided outcome) {
        Phrase phrase = of(outcome);
        if (outcome.facts().revisions().isPresent()) {
            Revisions revisions = outcome.facts().revisions().get();
            phrase = phrase.words("; head ")
                    .value(revisions.head())
                    .words(", target ")
                    .value(revisions.target());
        }
        return phrase;
    }

    /** Whether a human stands behind it by the author's word only. */
    private static boolean restsOnName(Judgement judgement) {
        return judgement.verdict() == Verdict.PASSED
                && judgement.escalationRequired()
                && judgement.approvals().stream().anyMatch(approval -> approval.proof() == Proof.NAMED);
    }
}
