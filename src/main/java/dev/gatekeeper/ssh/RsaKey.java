package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;

import dev.gatekeeper.text.Words;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;

/**
 * An RSA key (RFC 8332).
 *
 * @param bits the length of its modulus
 */
record RsaKey(PublicKey key, int bits) implements VerifyingKey {

    static final String KIND = "ssh-rsa";

    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 16384;
    /** What the JDK and OpenSSL take with a long modulus. */
    private static final int MOST_EXPONENT_BITS = 64;

    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(3);
    private static final Map<String, String> ALGORITHMS =
            Map.of("rsa-sha2-256", "SHA256withRSA", "rsa-sha2-512", "SHA512withRSA");

    static RsaKey read(WireReader rest) throws MalformedException {
        BigInteger exponent = rest.mpint();
        BigInteger modulus = rest.mpint();
        int bits = modulus.bitLength();
        require(
                bits >= LEAST_BITS && bits <= MOST_BITS,
                "the key has " + bits + " bits, and " + LEAST_BITS + " to " + MOST_BITS + " are allowed" + INSTEAD);
        require(modulus.testBit(0), "the key's modulus is even");
        require(
                exponent.testBit(0)
                        && exponent.compareTo(LEAST_EXPONENT) >= 0
                        && exponent.bitLength() <= MOST_EXPONENT_BITS,
                "the key's exponent is even, below " + LEAST_EXPONENT + ", or longer than " + MOST_EXPONENT_BITS
                        + " bits");
        return new RsaKey(Jca.publicKey("RSA", new RSAPublicKeySpec(modulus, exponent)), bits);
    }

    @Override
    public SignatureVerifier readSignature(String algorithm, WireReader rest) throws MalformedException {
        String name = ALGORITHMS.getOrDefault(algorithm, "");
        require(
                !name.isEmpty(),
                "the signature's algorithm is " + Words.quote(algorithm)
                        + ", and an RSA key's are 'rsa-sha2-256' and 'rsa-sha2-512'");
        byte[] number = rest.string();
        int length = (bits + 7) / 8;
        require(
                number.length <= length,
                "the signature has " + number.length + " bytes, and one by this key has " + length);
        // gpg-agent leaves leading zero bytes out, which OpenSSH puts back and the JDK doesn't.
        byte[] signature = new byte[length];
        System.arraycopy(number, 0, signature, length - number.length, number.length);
        return signed -> Jca.verifies(name, key, signature, signed);
    }
}
