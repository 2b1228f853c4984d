package dev.gatekeeper.approval;

/** A well-formed signature and its key, waiting for what they sign. */
@FunctionalInterface
interface SignatureCheck {

    /** Whether the signature is one of {@code signed} by the key. */
    boolean holds(byte[] signed);
}
