package dev.gatekeeper.approval;

import dev.gatekeeper.text.LineText;

import static dev.gatekeeper.approval.MalformedException.require;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A public key of one of the kinds that can approve. */
sealed interface PublicPart permits Ed25519Part, SecurityKeyPart, RsaPart, EcdsaPart {

    /** Reads the part of a key's blob that follows its {@code kind}, and checks that a signature by it can prove something. */
    static PublicPart read(String kind, WireReader rest) throws MalformedException {
        requireKind(kind);
        return switch (kind) {
            case Ed25519Part.KIND -> Ed25519Part.read(rest);
            case SecurityKeyPart.KIND -> SecurityKeyPart.read(rest);
            case RsaPart.KIND -> RsaPart.read(rest);
            default -> EcdsaPart.read(Curve.ofKind(kind), rest);
        };
    }

    /**
     * Reads the part of a signature's blob that follows its {@code algorithm}.
     *
     * @throws MalformedException also when the algorithm is not one of this key's
     */
    SignatureCheck readSignature(String algorithm, WireReader rest) throws MalformedException;

    /** Checks that {@code algorithm} is the one that goes with a key of {@code kind}. */
    static void requireFits(String algorithm, String kind) throws MalformedException {
        require(
                algorithm.equals(kind),
                "the signature's algorithm is " + LineText.quote(algorithm) + ", and its key's is '" + kind + "'");
    }

    /** Checks that {@code kind} names keys that can approve. */
    static void requireKind(String kind) throws MalformedException {
        require(
                kinds().contains(kind),
                "the key is of kind " + LineText.quote(kind) + ", and allowed are '" + String.join("', '", kinds())
                        + "'");
    }

    private static List<String> kinds() {
        return Stream.concat(
                        Stream.of(Ed25519Part.KIND, SecurityKeyPart.KIND, RsaPart.KIND),
                        Arrays.stream(Curve.values()).map(Curve::kind))
                .toList();
    }
}
