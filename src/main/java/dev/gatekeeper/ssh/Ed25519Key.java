package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;

import java.security.PublicKey;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** An Ed25519 key (RFC 8709). */
record Ed25519Key(PublicKey key) implements SingleAlgorithmKey {

    static final String KIND = "ssh-ed25519";

    private static final String NAME = "Ed25519";
    private static final int SIGNATURE_LENGTH = 64;

    static Ed25519Key read(WireReader rest) throws MalformedException {
        EdECPublicKeySpec spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, Edwards25519.point(rest.string()));
        return new Ed25519Key(Jca.publicKey(NAME, spec));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public SignatureVerifier readRaw(WireReader rest) throws MalformedException {
        byte[] signature = rest.string();
        require(
                signature.length == SIGNATURE_LENGTH,
                "the signature has " + signature.length + " bytes, and an Ed25519 one has " + SIGNATURE_LENGTH);
        return signed -> Jca.verifies(NAME, key, signature, signed);
    }
}
