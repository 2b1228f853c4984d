package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Verdict;

/** A verdict in one sentence. */
final class Headline {

    private Headline() {}

    /** Such as {@code PASSED} or {@code BLOCKED, WAITING FOR A HUMAN}. */
    static String word(Judgement judgement) {
        return judgement.verdict()
                + (restsOnName(judgement) ? ", NOT VERIFIED" : "")
                + (judgement.waitsForHuman() ? ", " + NextActor.WAITING : "")
                + (judgement.enforced() ? "" : ", not enforced");
    }

    /** The word, how many findings there are, how many paths of each level, and both commits: one line of a log. */
    static String line(Facts facts, Judgement judgement) {
        String verdict = word(judgement) + ": " + counts(judgement);
        if (facts.revisions().isEmpty()) {
            return verdict;
        }
        Revisions known = facts.revisions().get();
        return verdict + "; head " + CommitsLine.shortId(known.head()) + ", target "
                + CommitsLine.shortId(known.target());
    }

    /** Such as {@code 2 findings; 1 RED, 2 GREEN}. */
    static String counts(Judgement judgement) {
        String findings = judgement.findings().isEmpty() ? "" : FindingsByReader.count(judgement.findings()) + "; ";
        return findings + paths(judgement.classification());
    }

    /** How many paths of each level there are, and where there are none, what nobody has looked at. */
    static String paths(Classification classification) {
        return PathLines.counts(classification)
                + (classification.paths().isEmpty() ? "; only commits are judged, uncommitted work isn't" : "");
    }

    /** Whether a human stands behind it by the author's word only. */
    private static boolean restsOnName(Judgement judgement) {
        return judgement.verdict() == Verdict.PASSED
                && judgement.escalationRequired()
                && judgement.approvals().stream().anyMatch(approval -> approval.proof() == Proof.NAMED);
    }
}
