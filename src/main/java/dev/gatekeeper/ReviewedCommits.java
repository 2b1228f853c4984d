package dev.gatekeeper;

import dev.gatekeeper.approvals.ReviewedContent;
import dev.gatekeeper.approvals.Reviews;
import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Proof;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the commits hold that reviews were given for, read by the target and the policies of today. */
final class ReviewedCommits {

    private final ChangeSource source;
    private final ChangeAt head;
    private final Policies policies;
    private final Strictness strictness;

    /** @param source to be read while it is open */
    ReviewedCommits(ChangeSource source, ChangeAt head, Policies policies, Strictness strictness) {
        this.source = source;
        this.head = head;
        this.policies = policies;
        this.strictness = strictness;
    }

    /** What the reviews that {@code request} names prove; where nothing is RED, nobody asks. */
    Reviews judge(Request request) {
        boolean red = head.classification().level() == Level.RED
                || head.contracts().declared().equals(Optional.of(Level.RED));
        if (!red || (request.reviews().isEmpty() && !isAskedFor(head.classification()))) {
            return Reviews.NONE;
        }
        ReviewedContent now = content(head);
        return request.run().trust().isolated()
                ? Reviews.judge(
                        request.reviews(),
                        policies,
                        now,
                        commit -> commit.equals(head.revisions().head()) ? now : content(commit))
                : Reviews.ofAdvisoryRun(request.reviews(), now);
    }

    private static boolean isAskedFor(Classification classification) {
        return classification.touched().stream()
                .anyMatch(touched ->
                        touched.rule().level() == Level.RED && touched.rule().proof() == Proof.REVIEWED);
    }

    private ReviewedContent content(String commit) {
        Revisions revisions = head.revisions();
        return content(ChangeAt.read(
                source,
                new Revisions(revisions.targetRef(), revisions.targetBranch(), revisions.target(), commit),
                policies,
                strictness));
    }

    private ReviewedContent content(ChangeAt at) {
        List<ChangedPath> red = new ArrayList<>();
        Set<RawPath> changedByTarget = new LinkedHashSet<>();
        for (ClassifiedPath path : at.classification().at(Level.RED)) {
            red.add(path.changed());
            if (path.changed().isChangedByTarget()) {
                changedByTarget.add(path.changed().path());
            }
        }
        changedByTarget.addAll(source.changedOnTarget(at.revisions(), at.change(), red));
        return new ReviewedContent(red, at.contracts(), List.copyOf(changedByTarget));
    }
}
