package dev.gatekeeper.approval;

import dev.gatekeeper.text.LineText;

import static dev.gatekeeper.approval.MalformedException.require;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * A detached signature of Gatekeeper's namespace (OpenSSH's PROTOCOL.sshsig).
 *
 * @param key who says to have signed; whether that counts is not decided here
 * @param hash SSH's name of the hash of the message
 * @param check the signature itself
 */
record SshSignature(SshKey key, String hash, SignatureCheck check) {

    private static final byte[] MAGIC = "SSHSIG".getBytes(US_ASCII);
    private static final int VERSION = 1;
    private static final String NAMESPACE = "gatekeeper";
    private static final Map<String, String> HASHES = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    /** Reads a file as {@code ssh-keygen -Y sign} writes it. */
    static SshSignature read(byte[] file) throws MalformedException {
        WireReader reader = new WireReader("the signature", Armor.open(file));
        require(Arrays.equals(reader.raw(MAGIC.length), MAGIC), "the file holds no SSH signature");
        long version = reader.uint32();
        require(version == VERSION, "the signature's version is '" + version + "', and must be '" + VERSION + "'");
        SshKey key = SshKey.ofBlob(reader.string());
        String namespace = reader.text();
        require(
                namespace.equals(NAMESPACE),
                "the signature's namespace is " + LineText.quote(namespace) + ", and must be '" + NAMESPACE + "'");
        require(reader.string().length == 0, "the signature's reserved field is not empty");
        String hash = reader.text();
        require(
                HASHES.containsKey(hash),
                "the signature's hash is " + LineText.quote(hash) + ", and allowed are 'sha256' and 'sha512'");
        SignatureCheck check = key.readSignature(reader.string());
        reader.end();
        return new SshSignature(key, hash, check);
    }

    /** Whether the key signed {@code message}. */
    boolean isOver(byte[] message) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(MAGIC);
        writeString(signed, NAMESPACE.getBytes(US_ASCII));
        writeString(signed, new byte[0]);
        writeString(signed, hash.getBytes(US_ASCII));
        writeString(signed, Jdk.hash(HASHES.getOrDefault(hash, hash), message));
        return check.holds(signed.toByteArray());
    }

    private static void writeString(ByteArrayOutputStream signed, byte[] bytes) {
        signed.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        signed.writeBytes(bytes);
    }
}
