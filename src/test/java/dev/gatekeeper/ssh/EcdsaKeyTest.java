package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.Forge.forged;
import static dev.gatekeeper.ssh.Samples.problemOf;
import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gatekeeper.ssh.Proven.Good;
import dev.gatekeeper.ssh.Proven.Malformed;
import dev.gatekeeper.ssh.Proven.OtherContent;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcdsaKeyTest {

    private static final Signer P256 = Signer.ecdsa(256);

    @ParameterizedTest
    @ValueSource(ints = {256, 384, 521})
    void refusesEcdsaPointsThatAreNone(int bits) {
        int length = (bits + 7) / 8;
        String curve = "nistp" + bits;
        String encoding = "the key's point is not written as '" + curve + "' asks for: uncompressed, "
                + (1 + 2 * length) + " bytes";
        String off = "the key is no point of the curve '" + curve + "'";
        byte[] blob = Signer.ecdsa(bits).blob();
        byte[] point = Arrays.copyOfRange(blob, blob.length - 1 - 2 * length, blob.length);

        byte[] compressed = Arrays.copyOf(point, 1 + length);
        compressed[0] = 2;
        byte[] hybrid = point.clone();
        hybrid[0] = 6;
        byte[] moved = point.clone();
        moved[length] ^= 1;
        assertThat(problemOf(Signer.ecdsaBlob(curve, new byte[0]))).isEqualTo(encoding);
        assertThat(problemOf(Signer.ecdsaBlob(curve, new byte[1]))).isEqualTo(encoding);
        assertThat(problemOf(Signer.ecdsaBlob(curve, compressed))).isEqualTo(encoding);
        assertThat(problemOf(Signer.ecdsaBlob(curve, hybrid))).isEqualTo(encoding);
        assertThat(problemOf(Signer.ecdsaBlob(curve, Arrays.copyOf(point, point.length + 1))))
                .isEqualTo(encoding);
        assertThat(problemOf(Signer.ecdsaBlob(curve, moved))).isEqualTo(off);
        assertThat(problemOf(Signer.ecdsaBlob(curve, zeroed(point)))).isEqualTo(off);
    }

    /** A point with x = 0 whose x is written as p: on the curve, and not canonical. */
    @Test
    void refusesEcdsaCoordinatesThatAreNotOfTheField() {
        BigInteger p = new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
        BigInteger b = new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
        BigInteger y = b.modPow(p.add(ONE).shiftRight(2), p);

        assertThatCode(() -> SshPublicKey.ofBlob(p256(BigInteger.ZERO, y))).doesNotThrowAnyException();
        assertThat(problemOf(p256(p, y))).isEqualTo("the key is no point of the curve 'nistp256'");
    }

    /** p of P-521 leaves room above it in 66 bytes, for y as well. */
    @Test
    void refusesEcdsaCoordinatesThatOnlyFitTheBytes() {
        byte[] blob = Signer.ecdsa(521).blob();
        byte[] point = Arrays.copyOfRange(blob, blob.length - 133, blob.length);
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 67, 133));
        byte[] moved = new Wire()
                .raw(Arrays.copyOf(point, 67))
                .raw(Signer.padded(y.add(TWO.pow(521).subtract(ONE)), 66))
                .bytes();

        assertThat(problemOf(Signer.ecdsaBlob("nistp521", moved)))
                .isEqualTo("the key is no point of the curve 'nistp521'");
    }

    @Test
    void refusesAnEcdsaKeyOnAnotherCurve() {
        byte[] blob = new Wire()
                .string("ecdsa-sha2-nistp256")
                .string("nistp384")
                .string(new byte[97])
                .bytes();

        assertThat(problemOf(blob)).isEqualTo("the key's curve is 'nistp384', and its kind's is 'nistp256'");
    }

    @Test
    void refusesAnAlgorithmThatIsNotTheKeys() {
        assertThat(forged(P256, forge -> forge.signing = Signer.ecdsa(384)::sign))
                .isEqualTo(new Malformed(
                        "the signature's algorithm is 'ecdsa-sha2-nistp384', and its key's is 'ecdsa-sha2-nistp256'"));
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 384, 521})
    void refusesEcdsaNumbersOutOfRange(int bits) {
        Signer signer = Signer.ecdsa(bits);
        BigInteger order = EcdsaCurve.ofKind(signer.kind()).parameters().getOrder();
        BigInteger[][] pairs = {
            {BigInteger.ZERO, BigInteger.ZERO},
            {BigInteger.ZERO, BigInteger.ONE},
            {BigInteger.ONE, BigInteger.ZERO},
            {order, BigInteger.ONE},
            {BigInteger.ONE, order},
            {order, order},
            {BigInteger.TWO.pow(5000), BigInteger.ONE}
        };
        for (BigInteger[] pair : pairs) {
            assertThat(forged(signer, forge -> forge.tampering = blob -> signer.ecdsaSignature(pair[0], pair[1])))
                    .isEqualTo(new Malformed(
                            "the signature holds a number that is 0, or not below the order of the curve 'nistp" + bits
                                    + "'"));
        }
        assertThat(forged(
                        signer,
                        forge -> forge.tampering = blob ->
                                signer.ecdsaSignature(order.subtract(BigInteger.ONE), order.subtract(BigInteger.ONE))))
                .isInstanceOf(OtherContent.class);
        assertThat(forged(signer, forge -> forge.appended = new byte[0])).isInstanceOf(Good.class);
    }

    @Test
    void refusesEcdsaNumbersInMoreBytesThanTheyNeed() {
        byte[] long1 = {0, 1};
        byte[] negative = {-1};
        for (byte[] number : new byte[][] {long1, negative}) {
            assertThat(forged(
                            P256,
                            forge -> forge.tampering = blob -> new Wire()
                                    .string(P256.kind())
                                    .string(new Wire()
                                            .string(number)
                                            .mpint(BigInteger.ONE)
                                            .bytes())
                                    .bytes()))
                    .isEqualTo(new Malformed(
                            "the signature holds a number that is negative or has more bytes than it needs"));
        }
    }

    private static byte[] p256(BigInteger x, BigInteger y) {
        return Signer.ecdsaBlob(
                "nistp256",
                new Wire()
                        .raw((byte) 4)
                        .raw(Signer.padded(x, 32))
                        .raw(Signer.padded(y, 32))
                        .bytes());
    }

    private static byte[] zeroed(byte[] point) {
        byte[] zeroed = new byte[point.length];
        zeroed[0] = 4;
        return zeroed;
    }
}
