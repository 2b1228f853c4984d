package dev.gatekeeper.approvals;

/** What a signature file proves about a statement. */
sealed interface Verification {

    /** The approver to whom {@code key} belongs signed this statement, with a key that may approve today. */
    record Good(TrustedKey key) implements Verification {}

    /**
     * It is no SSH signature of Gatekeeper's namespace, or of a kind that proves nothing.
     *
     * @param problem what is the matter with the file, in half a sentence
     */
    record Malformed(String problem) implements Verification {}

    /**
     * Its key is none of the policy's; whether it fits the statement is not asked.
     *
     * @param fingerprint of the key that it names, as OpenSSH prints it
     */
    record UnknownKey(String fingerprint) implements Verification {}

    /** It names a key of the policy, and is no signature of this statement by it. */
    record BadContent(TrustedKey key) implements Verification {}

    /**
     * It is a signature of this statement by a key that may not approve today.
     *
     * @param problem which limit of the key, and today's date, in half a sentence
     */
    record NotValid(TrustedKey key, String problem) implements Verification {}
}
