package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Review;
import dev.gatekeeper.policy.Proof;
import java.util.Optional;

/**
 * An approval that counts.
 *
 * @param approver who, by the policy's name where it names them
 * @param proof what proves it
 * @param evidence what the contract gives as evidence for a named one, the key's fingerprint for a signed one, what the pipeline gives for
 *     a reviewed one
 * @param typedBy who gave the contract that holds a named one its last state, and in which commit; empty where no commit tells
 * @param review the review, where it is one
 * @param self whether the approver is an author of what they approve
 */
public record Approval(
        String approver,
        Proof proof,
        String evidence,
        Optional<Author> typedBy,
        Optional<Review> review,
        boolean self) {}
