package dev.gatekeeper.approvals;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Review;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Names;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the reviews that the pipeline names prove about a change.
 *
 * <p>A review is bound to what the reviewer saw, and not to the commit: it counts for a head that has the same RED entries and the same
 * contracts, while the target is as it was at these paths. Where the author pushes something GREEN, or rebases, it is one review all
 * along; where one RED byte differs, it is none.
 *
 * @param all in the order in which they are given, each once
 * @param changedByTarget the RED paths that the target has changed since head took it in last: until it does so again, no review counts
 */
public record Reviews(List<ReviewedApproval> all, List<RawPath> changedByTarget) {

    /** Where none is looked at. */
    public static final Reviews NONE = new Reviews(List.of(), List.of());

    /** How many commits are read. Those of reviews by nobody's login are not, so that only approvers could make more. */
    private static final int MOST_COMMITS = 50;

    private static final String ADVISORY =
            "this run is advisory, so that the change itself could have named it; the pipeline's isolated run counts it";

    public Reviews {
        all = List.copyOf(all);
        changedByTarget = List.copyOf(changedByTarget);
    }

    /** Those of a run in which none counts, since the change may have named them. */
    public static Reviews ofAdvisoryRun(List<Review> reviews, ReviewedContent head) {
        List<ReviewedApproval> none = new ArrayList<>();
        for (Review review : new LinkedHashSet<>(reviews)) {
            none.add(nothing(review, ADVISORY, false));
        }
        return new Reviews(none, head.changedByTarget());
    }

    /** Those of everybody whom a policy gives a login, of what {@code head} holds. */
    static Reviews ofEverybody(Policies policies, String head) {
        List<ReviewedApproval> all = new ArrayList<>();
        for (Approver approver : policies.everyone()) {
            for (String login : approver.logins()) {
                if (!Names.isBot(login)) {
                    all.add(new ReviewedApproval(
                            new Review(login, head), approvers(login, policies), new ReviewProof.Good()));
                }
            }
        }
        return new Reviews(all, List.of());
    }

    /**
     * Holds each review against head.
     *
     * @param policies those in force, by whose logins it is told who reviewed
     * @param head head's own content
     * @param content reads that of a commit; throws {@link CannotDecideException} where that can't be
     */
    public static Reviews judge(
            List<Review> reviews, Policies policies, ReviewedContent head, Function<String, ReviewedContent> content) {
        Judging judging = new Judging(head, content);
        List<ReviewedApproval> all = new ArrayList<>();
        for (Review review : new LinkedHashSet<>(reviews)) {
            List<Approver> approvers = approvers(review.login(), policies);
            if (Names.isBot(review.login())) {
                all.add(nothing(review, "the login is a bot's, and approvers are humans", false));
            } else if (approvers.isEmpty()) {
                all.add(nothing(
                        review,
                        "the policy gives the login to nobody; logins: [<what the forge calls them>] stands beside a name under"
                                + " approvers",
                        false));
            } else {
                all.add(new ReviewedApproval(review, approvers, judging.proof(review.commit())));
            }
        }
        return new Reviews(all, head.changedByTarget());
    }

    private static ReviewedApproval nothing(Review review, String problem, boolean unread) {
        return new ReviewedApproval(review, List.of(), new ReviewProof.Nothing(problem, unread));
    }

    private static List<Approver> approvers(String login, Policies policies) {
        List<Approver> approvers = new ArrayList<>();
        for (Approver approver : policies.everyone()) {
            if (approver.hasLogin(login)) {
                approvers.add(approver);
            }
        }
        return approvers;
    }

    /** What was found out about each commit, of which several may have been reviewed by more than one. */
    private record Judging(
            ReviewedContent head, Function<String, ReviewedContent> content, Map<String, ReviewProof> known) {

        Judging(ReviewedContent head, Function<String, ReviewedContent> content) {
            this(head, content, new HashMap<>());
        }

        ReviewProof proof(String commit) {
            if (!known.containsKey(commit) && known.size() >= MOST_COMMITS) {
                return new ReviewProof.Nothing(
                        "reviews of " + MOST_COMMITS + " other commits are given before it, and of more none is read",
                        false);
            }
            return known.computeIfAbsent(commit, this::read);
        }

        private ReviewProof read(String commit) {
            if (head.red().isEmpty()) {
                return new ReviewProof.Nothing(
                        "no path of this change is RED, so that there is no content that it answers for", false);
            }
            try {
                ReviewedContent then = content.apply(commit);
                List<String> differences = then.differencesFrom(head);
                if (!differences.isEmpty()) {
                    return new ReviewProof.Stale("head differs in " + Words.list(differences));
                }
                return then.changedByTarget().isEmpty() ? new ReviewProof.Good() : merged(then.changedByTarget());
            } catch (CannotDecideException e) {
                return new ReviewProof.Nothing(e.problem(), true);
            }
        }

        private static ReviewProof merged(List<RawPath> changedByTarget) {
            return new ReviewProof.Stale("the target has changed " + changedByTarget.get(0)
                    + " since, and nobody has reviewed the merged content");
        }
    }
}
