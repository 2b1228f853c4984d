package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatekeeper.text.Words;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * A detached signature of Gatekeeper's namespace (OpenSSH's PROTOCOL.sshsig).
 */
public final class SshSignature {

    private static final byte[] MAGIC = "SSHSIG".getBytes(US_ASCII);
    private static final int VERSION = 1;
    private static final String NAMESPACE = "gatekeeper";
    private static final Map<String, String> HASHES = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    private final SshPublicKey key;
    private final String hash;
    private final SignatureVerifier check;

    private SshSignature(SshPublicKey key, String hash, SignatureVerifier check) {
        this.key = key;
        this.hash = hash;
        this.check = check;
    }

    /** Reads a file as {@code ssh-keygen -Y sign} writes it. */
    public static SshSignature read(byte[] file) throws MalformedException {
        WireReader reader = new WireReader("the signature", Armor.open(file));
        require(Arrays.equals(reader.raw(MAGIC.length), MAGIC), "the file holds no SSH signature");
        long version = reader.uint32();
        require(version == VERSION, "the signature's version is '" + version + "', and must be '" + VERSION + "'");
        SshPublicKey key = SshPublicKey.ofBlob(reader.string());
        String namespace = reader.text();
        require(
                namespace.equals(NAMESPACE),
                "the signature's namespace is " + Words.quote(namespace) + ", and must be '" + NAMESPACE + "'");
        require(reader.string().length == 0, "the signature's reserved field is not empty");
        String hash = reader.text();
        require(
                HASHES.containsKey(hash),
                "the signature's hash is " + Words.quote(hash) + ", and allowed are 'sha256' and 'sha512'");
        SignatureVerifier check = key.readSignature(reader.string());
        reader.end();
        return new SshSignature(key, hash, check);
    }

    /** Who says to have signed; whether that counts is not decided here. */
    public SshPublicKey key() {
        return key;
    }

    /** Whether the key signed {@code message}. */
    public boolean isOver(byte[] message) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(MAGIC);
        writeString(signed, NAMESPACE.getBytes(US_ASCII));
        writeString(signed, new byte[0]);
        writeString(signed, hash.getBytes(US_ASCII));
        writeString(signed, Jca.hash(HASHES.getOrDefault(hash, hash), message));
        return check.holds(signed.toByteArray());
    }

    private static void writeString(ByteArrayOutputStream signed, byte[] bytes) {
        signed.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        signed.writeBytes(bytes);
    }
}
