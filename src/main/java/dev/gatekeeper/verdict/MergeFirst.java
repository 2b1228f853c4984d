package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.change.RawPath;
import java.util.List;

/**
 * Whether the target has to be merged before any signature, or any review, can count: until then the author acts, and nobody is sent to
 * give one.
 */
final class MergeFirst {

    private final Case judged;
    private final List<RawPath> changedByTarget;
    private final String vain;

    private MergeFirst(Case judged, List<RawPath> changedByTarget, String vain) {
        this.judged = judged;
        this.changedByTarget = changedByTarget;
        this.vain = vain;
    }

    static MergeFirst beforeSigning(Case judged, Approvals approvals) {
        return new MergeFirst(
                judged,
                approvals.redChangedByTarget(),
                "no signature counts before that; the next run says what to sign");
    }

    static MergeFirst beforeReviewing(Case judged, Approvals approvals) {
        return new MergeFirst(judged, approvals.reviews().changedByTarget(), "no review counts before that");
    }

    boolean isNeeded() {
        return !changedByTarget.isEmpty();
    }

    /** {@code the target has changed src/auth/Token.java since}; only where it {@link #isNeeded}. */
    String why() {
        return "the target has changed " + changedByTarget.get(0) + " since";
    }

    /** {@code finding}, which sends somebody to approve, where that can count; else the author's to mend, by a merge. */
    Finding or(Finding finding) {
        return or("", finding);
    }

    /** As {@link #or(Finding)}; {@code before} is what the author does besides, ahead of the merge. */
    Finding or(String before, Finding finding) {
        return isNeeded()
                ? finding.byAuthor(before
                        + (before.isEmpty() ? "Bring" : "bring")
                        + " the target's change in and push (" + vain + "): "
                        + judged.revisions().mergeCommand())
                : finding;
    }
}
