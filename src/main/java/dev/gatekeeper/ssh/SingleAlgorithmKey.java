package dev.gatekeeper.ssh;

/** A key whose signatures are all of one algorithm, which has the name of its kind. */
sealed interface SingleAlgorithmKey extends VerifyingKey permits Ed25519Key, EcdsaKey {

    /** SSH's name of the key's kind and of its signatures. */
    String kind();

    /** Reads a signature that stands in one string, without the algorithm before it. */
    SignatureVerifier readRaw(WireReader rest) throws MalformedException;

    @Override
    default SignatureVerifier readSignature(String algorithm, WireReader rest) throws MalformedException {
        VerifyingKey.requireFits(algorithm, kind());
        return readRaw(rest);
    }
}
