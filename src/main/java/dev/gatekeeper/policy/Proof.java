package dev.gatekeeper.policy;

/** What proves an approval. */
public enum Proof {
    /** The author typed the approver's name; nothing is verified. */
    NAMED,
    /** The approver signed a statement with a key of the policy. */
    SIGNED
}
