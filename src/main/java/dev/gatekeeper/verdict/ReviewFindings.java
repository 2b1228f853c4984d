package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.GivenApproval;
import dev.gatekeeper.approvals.ReviewedApproval;
import dev.gatekeeper.policy.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether each review is one of what would be merged. */
final class ReviewFindings {

    private final Case judged;
    private final Approvals approvals;
    private final Set<Origin> missing;

    ReviewFindings(Case judged, Approvals approvals) {
        this.judged = judged;
        this.approvals = approvals;
        this.missing = approvals.results().isEmpty() ? judged.policies().origins() : approvals.missedBy();
    }

    /** What is wrong with {@code review} itself, whoever gave it: one finding or none. */
    List<Finding> of(ReviewedApproval review) {
        Optional<GivenApproval> given = approvals.givenBy(review);
        Optional<String> stale = review.staleness();
        return given.isPresent() && stale.isPresent()
                ? List.of(MergeFirst.beforeReviewing(judged, approvals).or(stale(given.get(), review, stale.get())))
                : List.of();
    }

    private Finding stale(GivenApproval given, ReviewedApproval review, String problem) {
        String name = given.approver().shown();
        return Finding.inFile(
                Code.APPROVAL_STALE,
                given.file(),
                "the review of " + name + " at " + review.review().shortCommit() + " is for other content: " + problem,
                "Ask " + name + " to review it again; " + Texts.COUNTS_REVIEW,
                missing);
    }

    /** What there is to know of those that count for nothing, and nobody has to mend. */
    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        for (ReviewedApproval review : approvals.reviews().all()) {
            Optional<String> why = review.uselessness();
            if (why.isPresent()) {
                remarks.add(useless(review, why.get()));
            }
        }
        return remarks;
    }

    private Remark useless(ReviewedApproval review, String why) {
        String commit = review.review().commit();
        return new Remark(
                "gatekeeper.reviews",
                Optional.empty(),
                "the review by '" + review.review().login() + "' at "
                        + review.review().shortCommit() + " doesn't count: " + why.replaceFirst("\\.$", "")
                        + (review.isUnread()
                                ? "; let the pipeline fetch its commit before it runs: "
                                        + judged.revisions().fetchCommand(commit)
                                : ""));
    }
}
