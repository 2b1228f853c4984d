package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.MalformedException.require;
import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;

import java.math.BigInteger;
import java.security.spec.EdECPoint;

/** The curve of Ed25519 (RFC 8032, section 5.1), as far as a public key must lie on it. */
final class Edwards25519 {

    private static final int LENGTH = 32;
    private static final BigInteger P = TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);

    private Edwards25519() {}

    /** The point that {@code encoded} names: little-endian y, and the lowest bit of x on top. */
    static EdECPoint point(byte[] encoded) throws MalformedException {
        require(encoded.length == LENGTH, "the key has " + encoded.length + " bytes, and an Ed25519 one has " + LENGTH);
        byte[] bigEndian = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bigEndian[i] = encoded[LENGTH - 1 - i];
        }
        boolean odd = bigEndian[0] < 0;
        bigEndian[0] &= 0x7f;
        BigInteger y = new BigInteger(1, bigEndian);
        require(y.compareTo(P) < 0 && isOnCurve(y), "the key is no point of Ed25519's curve");
        // The JDK takes them, and then signatures hold that nobody made.
        require(!isOfSmallOrder(y), "the key is a point of Ed25519's curve that anyone can sign for");
        return new EdECPoint(odd, y);
    }

    /**
     * Whether x² = (y² - 1) / (d y² + 1) has a solution: a quotient is a square where the product is, which spares a division for each of
     * a policy's keys. The divisor is never 0, since -1 is a square and d is none.
     */
    private static boolean isOnCurve(BigInteger y) {
        BigInteger square = y.multiply(y).mod(P);
        BigInteger x =
                square.subtract(ONE).multiply(D.multiply(square).add(ONE)).mod(P);
        return x.signum() == 0 || x.modPow(P.shiftRight(1), P).equals(ONE);
    }

    /** Whether a multiple of up to eight is the neutral point: y is 1, -1 or 0, or twice the point has a y of 0. */
    private static boolean isOfSmallOrder(BigInteger y) {
        BigInteger square = y.multiply(y).mod(P);
        BigInteger doubled =
                D.multiply(square).add(TWO).multiply(square).subtract(ONE).mod(P);
        return square.signum() == 0 || square.equals(ONE) || doubled.signum() == 0;
    }
}
