package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;

import java.security.PublicKey;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** An Ed25519 key (RFC 8709). */
record Ed25519Key(PublicKey key) implements VerifyingKey {

    static final String KIND = "ssh-ed25519";

    private static final String NAME = "Ed25519";
    private static final int SIGNATURE_LENGTH = 64;

    static Ed25519Key read(WireReader rest) throws MalformedException {
        EdECPublicKeySpec spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, Edwards25519.point(rest.string()));
        return new Ed25519Key(Jca.publicKey(NAME, spec));
    }

    /** Reads the 64 bytes of a signature. */
    static byte[] readRaw(WireReader rest) throws MalformedException {
        byte[] signature = rest.string();
        require(
                signature.length == SIGNATURE_LENGTH,
                "the signature has " + signature.length + " bytes, and an Ed25519 one has " + SIGNATURE_LENGTH);
        return signature;
    }

    @Override
    public SignatureVerifier readSignature(String algorithm, WireReader rest) throws MalformedException {
        VerifyingKey.requireFits(algorithm, KIND);
        byte[] signature = readRaw(rest);
        return signed -> verifies(signature, signed);
    }

    boolean verifies(byte[] signature, byte[] signed) {
        return Jca.verifies(NAME, key, signature, signed);
    }
}
