package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.Forge.forged;
import static dev.gatekeeper.ssh.Samples.problemOf;
import static java.math.BigInteger.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gatekeeper.ssh.Proven.Malformed;
import dev.gatekeeper.ssh.Proven.OtherContent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ed25519KeyTest {

    private static final Signer ED25519 = Signer.ed25519();
    private static final BigInteger P = TWO.pow(255).subtract(BigInteger.valueOf(19));

    @Test
    void refusesEd25519KeysOfAnotherLength() {
        assertThat(problemOf(ed25519(new byte[31]))).isEqualTo("the key has 31 bytes, and an Ed25519 one has 32");
        assertThat(problemOf(ed25519(new byte[33]))).isEqualTo("the key has 33 bytes, and an Ed25519 one has 32");
    }

    /** The eight points of small order, and spellings of them that are not canonical. */
    @ParameterizedTest
    @CsvSource({
        "0100000000000000000000000000000000000000000000000000000000000000,small",
        "0100000000000000000000000000000000000000000000000000000000000080,small",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,small",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,small",
        "0000000000000000000000000000000000000000000000000000000000000000,small",
        "0000000000000000000000000000000000000000000000000000000000000080,small",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a,small",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa,small",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05,small",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85,small",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,off",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,off",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,off",
        "0200000000000000000000000000000000000000000000000000000000000000,off",
    })
    void refusesEd25519PointsThatProveNothing(String hex, String why) {
        assertThat(problemOf(ed25519(HexFormat.of().parseHex(hex))))
                .isEqualTo(
                        why.equals("off")
                                ? "the key is no point of Ed25519's curve"
                                : "the key is a point of Ed25519's curve that anyone can sign for");
    }

    @Test
    void takesEd25519PointsWithEitherSign() {
        byte[] base = Signer.padded(
                BigInteger.valueOf(4)
                        .multiply(BigInteger.valueOf(5).modInverse(P))
                        .mod(P),
                32);
        for (int i = 0; i < 16; i++) {
            byte swapped = base[i];
            base[i] = base[31 - i];
            base[31 - i] = swapped;
        }
        assertThatCode(() -> SshPublicKey.ofBlob(ed25519(base))).doesNotThrowAnyException();
        base[31] |= (byte) 0x80;
        assertThatCode(() -> SshPublicKey.ofBlob(ed25519(base))).doesNotThrowAnyException();
    }

    @Test
    void refusesAnAlgorithmThatIsNotTheKeys() {
        assertThat(forged(ED25519, forge -> forge.signing = Signer.ecdsa(256)::sign))
                .isEqualTo(new Malformed(
                        "the signature's algorithm is 'ecdsa-sha2-nistp256', and its key's is 'ssh-ed25519'"));
    }

    @Test
    void refusesSignaturesOfAnotherLength() {
        assertThat(forged(
                        ED25519,
                        forge -> forge.tampering = blob -> new Wire()
                                .string("ssh-ed25519")
                                .string(new byte[63])
                                .bytes()))
                .isEqualTo(new Malformed("the signature has 63 bytes, and an Ed25519 one has 64"));
    }

    @Test
    void refusesAnEd25519ScalarThatIsNotReduced() {
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        assertThat(forged(
                        ED25519,
                        forge -> forge.tampering = blob -> {
                            byte[] more = blob.clone();
                            int start = blob.length - 32;
                            byte[] scalar = reversed(Arrays.copyOfRange(blob, start, blob.length));
                            byte[] sum = reversed(Signer.padded(new BigInteger(1, scalar).add(order), 32));
                            System.arraycopy(sum, 0, more, start, 32);
                            return more;
                        }))
                .isInstanceOf(OtherContent.class);
    }

    private static byte[] ed25519(byte[] point) {
        return new Wire().string("ssh-ed25519").string(point).bytes();
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
