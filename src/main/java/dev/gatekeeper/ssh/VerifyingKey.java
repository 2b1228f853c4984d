package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;

import dev.gatekeeper.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A public key of one of the kinds that can approve. */
sealed interface VerifyingKey permits SingleAlgorithmKey, SecurityKey, RsaKey {

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
                kinds().contains(kind),
                "the key is of kind " + Words.quote(kind) + ", and allowed are '" + String.join("', '", kinds()) + "'");
    }

    private static List<String> kinds() {
        return Stream.concat(
                        Stream.of(Ed25519Key.KIND, SecurityKey.ED25519_KIND, SecurityKey.ECDSA_KIND, RsaKey.KIND),
                        Arrays.stream(EcdsaCurve.values()).map(EcdsaCurve::kind))
                .toList();
    }
}
