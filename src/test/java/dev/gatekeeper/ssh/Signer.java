package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** A throw-away key that signs in software, as ssh-keygen or a security key would. */
public final class Signer {

    private static final String SK_ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com";
    private static final byte[] COUNTER = {0, 0, 1, 7};

    private final String kind;
    private final byte[] blob;
    private final KeyPair pair;

    public Signer(String kind, byte[] blob, KeyPair pair) {
        this.kind = kind;
        this.blob = blob;
        this.pair = pair;
    }

    public static Signer ed25519() {
        KeyPair pair = generate("Ed25519", 0);
        return new Signer(
                "ssh-ed25519",
                new Wire().string("ssh-ed25519").string(rawEd25519(pair)).bytes(),
                pair);
    }

    public static Signer securityKey(String application) {
        KeyPair pair = generate("Ed25519", 0);
        String kind = "sk-ssh-ed25519@openssh.com";
        return new Signer(
                kind,
                new Wire()
                        .string(kind)
                        .string(rawEd25519(pair))
                        .string(application)
                        .bytes(),
                pair);
    }

    /** A key on P-256 that a security key holds, as macOS makes them in its Secure Enclave. */
    public static Signer ecdsaSecurityKey(String application) {
        KeyPair pair = generate("EC", 256);
        return new Signer(SK_ECDSA, ecdsaSecurityKeyBlob("nistp256", point(pair, 256), application), pair);
    }

    static byte[] ecdsaSecurityKeyBlob(String curve, byte[] point, String application) {
        return new Wire()
                .string(SK_ECDSA)
                .string(curve)
                .string(point)
                .string(application)
                .bytes();
    }

    public static Signer rsa(int bits) {
        KeyPair pair = generate("RSA", bits);
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return new Signer("ssh-rsa", rsaBlob(key.getPublicExponent(), key.getModulus()), pair);
    }

    public static Signer ecdsa(int bits) {
        KeyPair pair = generate("EC", bits);
        return new Signer("ecdsa-sha2-nistp" + bits, ecdsaBlob("nistp" + bits, point(pair, bits)), pair);
    }

    private static byte[] point(KeyPair pair, int bits) {
        int length = (bits + 7) / 8;
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return new Wire()
                .raw((byte) 4)
                .raw(padded(key.getW().getAffineX(), length))
                .raw(padded(key.getW().getAffineY(), length))
                .bytes();
    }

    public static byte[] rsaBlob(BigInteger exponent, BigInteger modulus) {
        return new Wire().string("ssh-rsa").mpint(exponent).mpint(modulus).bytes();
    }

    public static byte[] ecdsaBlob(String curve, byte[] point) {
        return new Wire()
                .string("ecdsa-sha2-" + curve)
                .string(curve)
                .string(point)
                .bytes();
    }

    public static String line(String kind, byte[] blob) {
        return kind + " " + Base64.getEncoder().encodeToString(blob);
    }

    public String kind() {
        return kind;
    }

    public byte[] blob() {
        return blob.clone();
    }

    public KeyPair pair() {
        return pair;
    }

    public String line() {
        return line(kind, blob);
    }

    /** The blob of a signature of {@code data}, by the algorithm that OpenSSH would take. */
    public byte[] sign(byte[] data) {
        if (kind.startsWith("sk-")) {
            return signTouched(data, 1, "ssh:");
        }
        if (kind.equals("ssh-rsa")) {
            return signRsa("rsa-sha2-512", "SHA512withRSA", data);
        }
        return kind.startsWith("ecdsa")
                ? signEcdsa(data)
                : new Wire().string(kind).string(jdk("Ed25519", data)).bytes();
    }

    public byte[] signRsa(String algorithm, String name, byte[] data) {
        return new Wire().string(algorithm).string(jdk(name, data)).bytes();
    }

    /** The blob of an RSA signature with other bytes for the number in it. */
    static byte[] rsaSignature(byte[] blob, UnaryOperator<byte[]> alteration) {
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        byte[] algorithm = new byte[buffer.getInt()];
        buffer.get(algorithm);
        byte[] number = new byte[buffer.getInt()];
        buffer.get(number);
        return new Wire().string(algorithm).string(alteration.apply(number)).bytes();
    }

    /** A message whose signature by this RSA key starts with so many bytes of zero, and no more. */
    byte[] messageWithZeros(int zeros) {
        for (int i = 0; i < 100_000; i++) {
            byte[] message = ("statement " + i).getBytes(UTF_8);
            byte[] signature = numberOf(message);
            int found = 0;
            while (signature[found] == 0) {
                found++;
            }
            if (found == zeros) {
                return message;
            }
        }
        throw new AssertionError("no signature starts with " + zeros + " zeros");
    }

    /** The file of a signature by this RSA key that lacks its first bytes. */
    byte[] fileWithout(int stripped, byte[] message) {
        Forge forge = new Forge(this);
        forge.tampering = blob -> rsaSignature(blob, number -> Arrays.copyOfRange(number, stripped, number.length));
        return forge.file(message);
    }

    private byte[] numberOf(byte[] message) {
        byte[][] seen = new byte[1][];
        Forge forge = new Forge(this);
        forge.tampering = blob -> rsaSignature(blob, number -> seen[0] = number);
        forge.file(message);
        return seen[0];
    }

    public byte[] signTouched(byte[] data, int flags, String application) {
        return signedBySecurityKey(kind, sha256(data), flags, application).bytes();
    }

    /** As a browser signs: {@code data} is the challenge in a text of its own. */
    byte[] signWebauthn(byte[] data, int flags, String application, String origin) {
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(data);
        String client = "{\"type\":\"webauthn.get\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}";
        return signedBySecurityKey("webauthn-" + kind, sha256(client.getBytes(UTF_8)), flags, application)
                .string(origin)
                .string(client)
                .string("")
                .bytes();
    }

    private Wire signedBySecurityKey(String algorithm, byte[] hash, int flags, String application) {
        byte[] signed = new Wire()
                .raw(sha256(application.getBytes(UTF_8)))
                .raw((byte) flags)
                .raw(COUNTER)
                .raw(hash)
                .bytes();
        byte[] signature = kind.equals(SK_ECDSA) ? ecdsa("SHA256", signed) : jdk("Ed25519", signed);
        return new Wire().string(algorithm).string(signature).raw((byte) flags).raw(COUNTER);
    }

    /** The blob of an ECDSA signature, with what follows these numbers where a security key signs. */
    public byte[] ecdsaSignature(BigInteger r, BigInteger s) {
        Wire signature =
                new Wire().string(kind).string(new Wire().mpint(r).mpint(s).bytes());
        return kind.equals(SK_ECDSA) ? signature.raw((byte) 1).raw(COUNTER).bytes() : signature.bytes();
    }

    private byte[] signEcdsa(byte[] data) {
        String hash = kind.endsWith("256") ? "SHA256" : kind.endsWith("384") ? "SHA384" : "SHA512";
        return new Wire().string(kind).string(ecdsa(hash, data)).bytes();
    }

    private byte[] ecdsa(String hash, byte[] data) {
        byte[] numbers = jdk(hash + "withECDSAinP1363Format", data);
        int half = numbers.length / 2;
        return new Wire()
                .mpint(new BigInteger(1, Arrays.copyOf(numbers, half)))
                .mpint(new BigInteger(1, Arrays.copyOfRange(numbers, half, numbers.length)))
                .bytes();
    }

    private byte[] jdk(String algorithm, byte[] data) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
            } else if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] rawEd25519(KeyPair pair) {
        byte[] encoded = ((EdECPublicKey) pair.getPublic()).getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    public static byte[] padded(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int shown = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - shown, padded, length - shown, shown);
        return padded;
    }

    public static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
