package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.text.Words;
import java.nio.ByteBuffer;

/**
 * An Ed25519 key that a FIDO security key holds (OpenSSH's PROTOCOL.u2f).
 *
 * @param inner the key itself
 * @param application what the security key made it for
 */
record SecurityKey(Ed25519Key inner, String application) implements VerifyingKey {

    static final String KIND = "sk-ssh-ed25519@openssh.com";

    private static final int USER_PRESENT = 1;
    private static final String HASH = "SHA-256";
    private static final int HASH_LENGTH = 32;

    static SecurityKey read(WireReader rest) throws MalformedException {
        Ed25519Key inner = Ed25519Key.read(rest);
        String application = rest.text();
        require(
                application.startsWith("ssh:") && application.chars().allMatch(c -> c > 0x20 && c < 0x7f),
                "the key's application is " + Words.quote(application) + ", and must start with 'ssh:'");
        return new SecurityKey(inner, application);
    }

    @Override
    public SignatureVerifier readSignature(String algorithm, WireReader rest) throws MalformedException {
        VerifyingKey.requireFits(algorithm, KIND);
        byte[] signature = Ed25519Key.readRaw(rest);
        byte flags = rest.raw(1)[0];
        byte[] counter = rest.raw(4);
        require((flags & USER_PRESENT) != 0, "the signature was made without anyone touching the security key");
        return signed -> inner.verifies(signature, wrap(flags, counter, signed));
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
