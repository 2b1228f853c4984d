package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.text.Words;
import java.nio.ByteBuffer;

/**
 * A key that a FIDO security key holds, or a chip that is used like one (OpenSSH's PROTOCOL.u2f).
 *
 * @param kind SSH's name of the key and of its signatures
 * @param inner the key itself
 * @param application what the security key made it for
 */
record SecurityKey(String kind, SingleAlgorithmKey inner, String application) implements VerifyingKey {

    static final String ED25519_KIND = "sk-ssh-ed25519@openssh.com";
    static final String ECDSA_KIND = "sk-ecdsa-sha2-nistp256@openssh.com";

    private static final String BROWSER_ALGORITHM = "webauthn-" + ECDSA_KIND;
    private static final int USER_PRESENT = 1;
    private static final String HASH = "SHA-256";
    private static final int HASH_LENGTH = 32;

    static SecurityKey readEd25519(WireReader rest) throws MalformedException {
        return read(ED25519_KIND, Ed25519Key.read(rest), rest);
    }

    static SecurityKey readEcdsa(WireReader rest) throws MalformedException {
        return read(ECDSA_KIND, EcdsaKey.read(EcdsaCurve.NISTP256, rest), rest);
    }

    private static SecurityKey read(String kind, SingleAlgorithmKey inner, WireReader rest) throws MalformedException {
        String application = rest.text();
        require(
                application.startsWith("ssh:") && application.chars().allMatch(c -> c > 0x20 && c < 0x7f),
                "the key's application is " + Words.quote(application) + ", and must start with 'ssh:'" + INSTEAD);
        return new SecurityKey(kind, inner, application);
    }

    @Override
    public SignatureVerifier readSignature(String algorithm, WireReader rest) throws MalformedException {
        require(
                !algorithm.equals(BROWSER_ALGORITHM),
                "the signature is one that browsers make ('" + BROWSER_ALGORITHM + "'), and allowed are ssh-keygen's");
        VerifyingKey.requireFits(algorithm, kind);
        SignatureVerifier check = inner.readRaw(rest);
        byte flags = rest.raw(1)[0];
        byte[] counter = rest.raw(4);
        require((flags & USER_PRESENT) != 0, "the signature was made without anyone touching the security key");
        return signed -> check.holds(wrap(flags, counter, signed));
    }

    private byte[] wrap(byte flags, byte[] counter, byte[] signed) {
        return ByteBuffer.allocate(HASH_LENGTH + 1 + counter.length + HASH_LENGTH)
                .put(Jca.hash(HASH, application.getBytes(ISO_8859_1)))
                .put(flags)
                .put(counter)
                .put(Jca.hash(HASH, signed))
                .array();
    }
}
