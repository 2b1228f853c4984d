package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Verdict;

/** A verdict in one sentence. */
final class Headline {

    private Headline() {}

    /** Such as {@code PASSED} or {@code BLOCKED, not enforced}. */
    static String word(Judgement judgement) {
        String word = judgement.verdict().name();
        if (!judgement.enforced()) {
            return word + ", not enforced";
        }
        return word + (restsOnName(judgement) ? ", NOT VERIFIED" : "");
    }

    /** The word, how many findings there are and how many paths of each level. */
    static Phrase of(Judgement judgement) {
        String findings =
                judgement.findings().isEmpty() ? "" : FindingsByReader.countApart(judgement.findings()) + "; ";
        return Phrase.of(word(judgement) + ": " + findings + PathLines.counts(judgement.classification()));
    }

    /** As {@link #of}, with both commits in full. */
    static Phrase withCommits(Facts facts, Judgement judgement) {
        Phrase phrase = of(judgement);
        if (facts.revisions().isPresent()) {
            Revisions revisions = facts.revisions().get();
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
