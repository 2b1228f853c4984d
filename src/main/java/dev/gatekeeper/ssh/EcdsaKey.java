package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;

import dev.gatekeeper.text.Words;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** An ECDSA key (RFC 5656). */
record EcdsaKey(EcdsaCurve curve, PublicKey key) implements SingleAlgorithmKey {

    private static final byte UNCOMPRESSED = 4;

    static EcdsaKey read(EcdsaCurve curve, WireReader rest) throws MalformedException {
        String name = rest.text();
        require(
                name.equals(curve.id()),
                "the key's curve is " + Words.quote(name) + ", and its kind's is '" + curve.id() + "'");
        byte[] encoded = rest.string();
        int length = curve.length();
        require(
                encoded.length == 1 + 2 * length && encoded[0] == UNCOMPRESSED,
                "the key's point is not written as '" + curve.id() + "' asks for: uncompressed, " + (1 + 2 * length)
                        + " bytes");
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + length)),
                new BigInteger(1, Arrays.copyOfRange(encoded, 1 + length, encoded.length)));
        require(curve.holds(point), "the key is no point of the curve '" + curve.id() + "'");
        return new EcdsaKey(curve, Jca.publicKey("EC", new ECPublicKeySpec(point, curve.parameters())));
    }

    @Override
    public String kind() {
        return curve.kind();
    }

    @Override
    public SignatureVerifier readRaw(WireReader rest) throws MalformedException {
        WireReader numbers = new WireReader("the signature", rest.string());
        BigInteger r = numbers.mpint();
        BigInteger s = numbers.mpint();
        numbers.end();
        // A Java with CVE-2022-21449 takes 0 for a signature of anything.
        require(
                isBelowOrder(r) && isBelowOrder(s),
                "the signature holds a number that is 0, or not below the order of the curve '" + curve.id() + "'");
        byte[] signature = ByteBuffer.allocate(2 * curve.length())
                .put(padded(r))
                .put(padded(s))
                .array();
        return signed -> Jca.verifies(curve.algorithm(), key, signature, signed);
    }

    private boolean isBelowOrder(BigInteger number) {
        return number.signum() > 0 && number.compareTo(curve.parameters().getOrder()) < 0;
    }

    private byte[] padded(BigInteger number) {
        byte[] padded = new byte[curve.length()];
        byte[] bytes = number.toByteArray();
        int shown = Math.min(bytes.length, padded.length);
        System.arraycopy(bytes, bytes.length - shown, padded, padded.length - shown, shown);
        return padded;
    }
}
