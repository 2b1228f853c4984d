package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A maker of signature files, in which everything is honest but for what a test alters. */
public final class Forge {

    String magic = "SSHSIG";
    long version = 1;
    byte[] key;
    String namespace = "gatekeeper";
    String reserved = "";
    String hash = "sha512";
    UnaryOperator<byte[]> signing;
    UnaryOperator<byte[]> tampering = signature -> signature;
    byte[] appended = {};

    public Forge(Signer signer) {
        key = signer.blob();
        signing = signer::sign;
    }

    /** What a signature of the samples' statement, so altered, proves to a keyring that lists the signer's key. */
    public static Proven forged(Signer signer, Consumer<Forge> alteration) {
        Forge forge = new Forge(signer);
        alteration.accept(forge);
        return Samples.verify(Samples.keys(signer.line()), forge.file(Samples.STATEMENT));
    }

    public byte[] blob(byte[] message) {
        byte[] signed = new Wire()
                .raw("SSHSIG".getBytes(US_ASCII))
                .string(namespace)
                .string(reserved)
                .string(hash)
                .string(hashed(message))
                .bytes();
        return new Wire()
                .raw(magic.getBytes(ISO_8859_1))
                .uint32(version)
                .string(key)
                .string(namespace)
                .string(reserved)
                .string(hash)
                .string(tampering.apply(signing.apply(signed)))
                .raw(appended)
                .bytes();
    }

    public byte[] file(byte[] message) {
        return armored(blob(message));
    }

    public static byte[] armored(byte[] blob) {
        String base64 = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(blob);
        return ("-----BEGIN SSH SIGNATURE-----\n" + base64 + "\n-----END SSH SIGNATURE-----\n").getBytes(ISO_8859_1);
    }

    /** The blob within a file of {@link #armored} or of ssh-keygen. */
    public static byte[] opened(byte[] file) {
        String text = new String(file, ISO_8859_1);
        return Base64.getMimeDecoder().decode(text.substring(text.indexOf('\n') + 1, text.lastIndexOf("\n-----END")));
    }

    private byte[] hashed(byte[] message) {
        String name = switch (hash) {
            case "sha256" -> "SHA-256";
            case "sha1" -> "SHA-1";
            case "sha384" -> "SHA-384";
            default -> "SHA-512";
        };
        try {
            return MessageDigest.getInstance(name).digest(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
