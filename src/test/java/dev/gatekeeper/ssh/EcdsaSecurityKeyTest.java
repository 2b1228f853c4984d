package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.Forge.forged;
import static dev.gatekeeper.ssh.Samples.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.ssh.Proven.Malformed;
import dev.gatekeeper.ssh.Proven.OtherContent;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a security key on P-256 shares with every ECDSA key, and a browser's signatures by it. */
class EcdsaSecurityKeyTest {

    private static final Signer SIGNER = Signer.ecdsaSecurityKey("ssh:");
    private static final BigInteger ORDER = EcdsaCurve.NISTP256.parameters().getOrder();

    @Test
    void refusesPointsThatAreNone() {
        String encoding = "the key's point is not written as 'nistp256' asks for: uncompressed, 65 bytes";
        byte[] ecdsa = Signer.ecdsa(256).blob();
        byte[] point = Arrays.copyOfRange(ecdsa, ecdsa.length - 65, ecdsa.length);
        byte[] compressed = Arrays.copyOf(point, 33);
        compressed[0] = 2;
        byte[] moved = point.clone();
        moved[64] ^= 1;

        assertThat(problem("nistp256", compressed)).isEqualTo(encoding);
        assertThat(problem("nistp256", new byte[1])).isEqualTo(encoding);
        assertThat(problem("nistp256", moved)).isEqualTo("the key is no point of the curve 'nistp256'");
    }

    @Test
    void refusesAnotherCurve() {
        assertThat(problem("nistp384", new byte[97]))
                .isEqualTo("the key's curve is 'nistp384', and its kind's is 'nistp256'");
    }

    @Test
    void refusesNumbersOutOfRange() {
        for (BigInteger number : new BigInteger[] {BigInteger.ZERO, ORDER, ORDER.add(BigInteger.ONE)}) {
            Malformed expected = new Malformed(
                    "the signature holds a number that is 0, or not below the order of the curve 'nistp256'");
            assertThat(forged(SIGNER, forge -> forge.tampering = blob -> SIGNER.ecdsaSignature(number, BigInteger.ONE)))
                    .isEqualTo(expected);
            assertThat(forged(SIGNER, forge -> forge.tampering = blob -> SIGNER.ecdsaSignature(BigInteger.ONE, number)))
                    .isEqualTo(expected);
        }
        assertThat(forged(
                        SIGNER,
                        forge -> forge.tampering = blob -> SIGNER.ecdsaSignature(BigInteger.ONE, BigInteger.ONE)))
                .isInstanceOf(OtherContent.class);
    }

    /** A signature of the bytes themselves, as a plain key makes it, says nothing about a touch. */
    @Test
    void refusesThePlainSignatureOfTheSameKey() {
        Signer plain = new Signer("ecdsa-sha2-nistp256", SIGNER.blob(), SIGNER.pair());

        assertThat(forged(
                        SIGNER,
                        forge -> forge.signing = data -> {
                            byte[] signature = plain.sign(data);
                            byte[] numbers = Arrays.copyOfRange(
                                    signature, 4 + plain.kind().length(), signature.length);
                            return new Wire()
                                    .string(SIGNER.kind())
                                    .raw(numbers)
                                    .raw((byte) 1)
                                    .uint32(7)
                                    .bytes();
                        }))
                .isInstanceOf(OtherContent.class);
    }

    @Test
    void refusesWhatBrowsersSign() {
        String algorithm = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com";

        assertThat(forged(
                        SIGNER,
                        forge -> forge.signing = data -> SIGNER.signWebauthn(data, 1, "ssh:", "https://acme.example")))
                .isEqualTo(new Malformed(
                        "the signature is one that browsers make ('" + algorithm + "'), and allowed are ssh-keygen's"));
    }

    private static String problem(String curve, byte[] point) {
        return problemOf(Signer.ecdsaSecurityKeyBlob(curve, point, "ssh:"));
    }
}
