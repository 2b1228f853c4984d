package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;

import dev.gatekeeper.text.Words;
import java.util.List;

/** A public key of one of the kinds that can approve. */
sealed interface VerifyingKey permits SingleAlgorithmKey, SecurityKey, RsaKey {

    /** Ends the problem of a key that no care of its owner's makes one that can approve. */
    String INSTEAD = "; enrol an Ed25519 key instead: ssh-keygen -t ed25519";

    /** OpenSSH's names of the kinds. */
    List<String> KINDS = List.of(
            Ed25519Key.KIND,
            SecurityKey.ED25519_KIND,
            SecurityKey.ECDSA_KIND,
            RsaKey.KIND,
            EcdsaCurve.NISTP256.kind(),
            EcdsaCurve.NISTP384.kind(),
            EcdsaCurve.NISTP521.kind());

    /** Reads the part of a key's blob that follows its {@code kind}, and checks that a signature by it can prove something. */
    static VerifyingKey read(String kind, WireReader rest) throws MalformedException {
        requireKind(kind);
        return switch (kind) {
            case Ed25519Key.KIND -> Ed25519Key.read(rest);
            case SecurityKey.ED25519_KIND -> SecurityKey.readEd25519(rest);
            case SecurityKey.ECDSA_KIND -> SecurityKey.readEcdsa(rest);
            case RsaKey.KIND -> RsaKey.read(rest);
            default -> EcdsaKey.read(EcdsaCurve.ofKind(kind), rest);
        };
    }

    /**
     * Reads the part of a signature's blob that follows its {@code algorithm}.
     *
     * @throws MalformedException also when the algorithm is not one of this key's
     */
    SignatureVerifier readSignature(String algorithm, WireReader rest) throws MalformedException;

    /** Checks that {@code algorithm} is the one that goes with a key of {@code kind}. */
    static void requireFits(String algorithm, String kind) throws MalformedException {
        require(
                algorithm.equals(kind),
                "the signature's algorithm is " + Words.quote(algorithm) + ", and its key's is '" + kind + "'");
    }

    /** Checks that {@code kind} names keys that can approve. */
    static void requireKind(String kind) throws MalformedException {
        require(
                !kind.contains("-cert-v0"),
                "the key is a certificate (" + Words.quote(kind) + "), and only plain keys count; enrol instead the key"
                        + " that it certifies, and sign with that: the file without '-cert' in its name");
        require(
                KINDS.contains(kind),
                "the key is of kind " + Words.quote(kind) + ", and allowed are '" + String.join("', '", KINDS) + "'"
                        + INSTEAD);
    }
}
