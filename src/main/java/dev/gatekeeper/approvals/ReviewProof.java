package dev.gatekeeper.approvals;

/** What a review proves about a change. */
sealed interface ReviewProof {

    /** It was given for the very RED content and the very contracts that head has. */
    record Good() implements ReviewProof {}

    /**
     * It was given for something else.
     *
     * @param problem how that differs, in half a sentence
     */
    record Stale(String problem) implements ReviewProof {}

    /**
     * Nobody can tell what or by whom.
     *
     * @param problem why, in half a sentence
     * @param unread whether it is its commit that can't be read
     */
    record Nothing(String problem, boolean unread) implements ReviewProof {}
}
