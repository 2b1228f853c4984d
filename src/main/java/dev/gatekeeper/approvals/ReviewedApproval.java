package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Review;
import dev.gatekeeper.policy.Approver;
import java.util.List;
import java.util.Optional;

/**
 * What a review that the pipeline names proves about a change.
 *
 * @param review the review
 * @param approvers the entries of the policies in force that have its login
 * @param proof what it proves
 */
public record ReviewedApproval(Review review, List<Approver> approvers, ReviewProof proof) {

    public ReviewedApproval {
        approvers = List.copyOf(approvers);
    }

    /** Whether it is somebody's, of something: good or stale. */
    boolean isGiven() {
        return !(proof instanceof ReviewProof.Nothing);
    }

    /** How what was reviewed differs from what would be merged, where it does. */
    public Optional<String> staleness() {
        return proof instanceof ReviewProof.Stale stale ? Optional.of(stale.problem()) : Optional.empty();
    }

    /** Why it is nobody's or of nothing that can be read, where it is so. */
    public Optional<String> uselessness() {
        return proof instanceof ReviewProof.Nothing nothing ? Optional.of(nothing.problem()) : Optional.empty();
    }

    /** Whether it counts for nothing because its commit can't be read here. */
    public boolean isUnread() {
        return proof instanceof ReviewProof.Nothing nothing && nothing.unread();
    }
}
