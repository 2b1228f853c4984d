package dev.gatekeeper.ssh;

/** A well-formed signature and its key, waiting for what they sign. */
@FunctionalInterface
interface SignatureVerifier {

    /** Whether the signature is one of {@code signed} by the key. */
    boolean holds(byte[] signed);
}
