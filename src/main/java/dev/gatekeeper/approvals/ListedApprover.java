package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Proof;
import java.util.List;
import java.util.Optional;

/**
 * Somebody whom a policy lists for a requirement: whom to ask, or why not.
 *
 * @param approver the policy's entry
 * @param hindrance why they may not answer for all of the requirement, such as {@code is an author of src/auth/T.java}
 * @param fingerprints of those of their keys that count today, as OpenSSH prints them
 * @param keyProblem why no key of theirs counts today, in words that follow their name; empty where one does
 * @param hasAnswered whether an approval of theirs counts for all of it
 */
public record ListedApprover(
        Approver approver,
        Optional<String> hindrance,
        List<String> fingerprints,
        Optional<String> keyProblem,
        boolean hasAnswered) {

    public ListedApprover {
        fingerprints = List.copyOf(fingerprints);
    }

    public boolean mayApprove() {
        return hindrance.isEmpty();
    }

    /** Whether they could give {@code proof} today, whatever keeps them from approving this change. */
    public boolean canProve(Proof proof) {
        return switch (proof) {
            case NAMED -> true;
            case REVIEWED -> keyProblem.isEmpty() || !approver.logins().isEmpty();
            case SIGNED -> keyProblem.isEmpty();
        };
    }

    /** Whether a key of theirs counts today, and nothing keeps them from using it. */
    public boolean maySign() {
        return hindrance.isEmpty() && keyProblem.isEmpty();
    }
}
