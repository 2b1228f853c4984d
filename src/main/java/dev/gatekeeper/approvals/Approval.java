package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Proof;

/**
 * An approval that counts.
 *
 * @param approver who, by the policy's name where it names them
 * @param proof what proves it
 * @param evidence what the contract gives as evidence for a named one, the key's fingerprint for a signed one
 * @param self whether the approver is an author of what they approve
 */
public record Approval(String approver, Proof proof, String evidence, boolean self) {}
