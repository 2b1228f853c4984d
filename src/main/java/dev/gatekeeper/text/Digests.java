package dev.gatekeeper.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes that every Java has, in the forms in which they are compared and shown. */
public final class Digests {

    private Digests() {}

    /** SHA-256 as statements hold it: 64 lower-case hex digits. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(hash("SHA-256", bytes));
    }

    /** The id that git gives a file of this content, as {@code git hash-object} prints it: 40 lower-case hex digits. */
    public static String blobId(byte[] content) {
        return HexFormat.of().formatHex(hash("SHA-1", ("blob " + content.length + "\0").getBytes(US_ASCII), content));
    }

    private static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
