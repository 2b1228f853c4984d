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
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RsaKeyTest {

    private static final Signer RSA = Signer.rsa(2048);
    private static final BigInteger F4 = BigInteger.valueOf(65537);

    @ParameterizedTest
    @ValueSource(ints = {1, 1024, 2047, 16385})
    void refusesRsaKeysOfAnotherSize(int bits) {
        assertThat(problemOf(Signer.rsaBlob(F4, TWO.pow(bits - 1).add(bits == 1 ? BigInteger.ZERO : ONE))))
                .isEqualTo("the key has " + bits + " bits, and 2048 to 16384 are allowed;"
                        + " enrol an Ed25519 key instead: ssh-keygen -t ed25519");
    }

    @Test
    void refusesRsaKeysThatAreNone() {
        BigInteger modulus = TWO.pow(2047).add(ONE);

        assertThat(problemOf(Signer.rsaBlob(F4, modulus.add(ONE)))).isEqualTo("the key's modulus is even");
        for (BigInteger exponent : new BigInteger[] {
            BigInteger.ZERO, ONE, TWO, BigInteger.valueOf(4), TWO.pow(64).add(ONE)
        }) {
            assertThat(problemOf(Signer.rsaBlob(exponent, modulus)))
                    .isEqualTo("the key's exponent is even, below 3, or longer than 64 bits");
        }
        assertThatCode(() -> SshPublicKey.ofBlob(Signer.rsaBlob(BigInteger.valueOf(3), modulus)))
                .doesNotThrowAnyException();
        assertThatCode(() -> SshPublicKey.ofBlob(
                        Signer.rsaBlob(TWO.pow(64).subtract(ONE), TWO.pow(16383).add(ONE))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesNumbersInMoreBytesThanTheyNeed() {
        String problem = "the key holds a number that is negative or has more bytes than it needs";
        byte[] modulus = TWO.pow(2047).add(ONE).toByteArray();
        byte[] negative = Arrays.copyOfRange(modulus, 1, modulus.length);

        assertThat(problemOf(rsa(new byte[] {0, 1, 0, 1}, modulus))).isEqualTo(problem);
        assertThat(problemOf(rsa(new byte[] {0}, modulus))).isEqualTo(problem);
        assertThat(problemOf(rsa(new byte[] {1, 0, 1}, negative))).isEqualTo(problem);
        assertThat(problemOf(rsa(
                        new byte[] {1, 0, 1},
                        new Wire().raw((byte) 0).raw(modulus).bytes())))
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"ssh-rsa,SHA1withRSA", "rsa-sha2-384,SHA384withRSA", "ssh-ed25519,SHA512withRSA"})
    void refusesOtherAlgorithmsOfRsa(String algorithm, String name) {
        assertThat(forged(RSA, forge -> forge.signing = data -> RSA.signRsa(algorithm, name, data)))
                .isEqualTo(new Malformed("the signature's algorithm is '" + algorithm
                        + "', and an RSA key's are 'rsa-sha2-256' and 'rsa-sha2-512'"));
    }

    @Test
    void takesBothAlgorithmsOfRsaByTheirOwnHash() {
        assertThat(forged(RSA, forge -> forge.signing = data -> RSA.signRsa("rsa-sha2-256", "SHA256withRSA", data)))
                .isInstanceOf(Good.class);
        assertThat(forged(RSA, forge -> forge.signing = data -> RSA.signRsa("rsa-sha2-256", "SHA512withRSA", data)))
                .isInstanceOf(OtherContent.class);
    }

    /** gpg-agent leaves leading zero bytes out, and leaves them out again whenever it signs the same text. */
    @ParameterizedTest(name = "{1} bytes short, {0} bits")
    @CsvSource({"2048,1", "2049,1", "2049,2"})
    void takesSignaturesThatLackTheirLeadingZeros(int bits, int zeros) {
        Signer signer = Signer.rsa(bits);
        byte[] message = signer.messageWithZeros(zeros);

        for (int stripped = 0; stripped <= zeros; stripped++) {
            assertThat(verify(signer, message, stripped))
                    .as("without %d bytes", stripped)
                    .isInstanceOf(Good.class);
        }
        assertThat(verify(signer, message, zeros + 1)).isInstanceOf(OtherContent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255})
    void refusesShortSignaturesThatAreNone(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 1);

        assertThat(withBytes(ones)).isInstanceOf(OtherContent.class);
        assertThat(withBytes(new byte[length])).isInstanceOf(OtherContent.class);
    }

    @Test
    void refusesLongerSignatures() {
        assertThat(withBytes(new byte[257]))
                .isEqualTo(new Malformed("the signature has 257 bytes, and one by this key has 256"));
        assertThat(forged(
                        RSA,
                        forge -> forge.tampering = blob -> Signer.rsaSignature(
                                blob,
                                bytes -> new Wire().raw((byte) 0).raw(bytes).bytes())))
                .isEqualTo(new Malformed("the signature has 257 bytes, and one by this key has 256"));
    }

    /** The signature and its sum with the modulus are one number to RSA. */
    @Test
    void refusesNumbersFromTheModulusUp() {
        Signer signer = Signer.rsa(2049);
        BigInteger modulus = ((RSAPublicKey) signer.pair().getPublic()).getModulus();

        for (BigInteger more : new BigInteger[] {modulus, modulus.shiftLeft(2)}) {
            assertThat(forged(
                            signer,
                            forge -> forge.tampering = blob -> Signer.rsaSignature(
                                    blob, bytes -> Signer.padded(new BigInteger(1, bytes).add(more), 257))))
                    .isInstanceOf(OtherContent.class);
        }
    }

    private static Proven withBytes(byte[] bytes) {
        return forged(RSA, forge -> forge.tampering = blob -> Signer.rsaSignature(blob, honest -> bytes));
    }

    private static Proven verify(Signer signer, byte[] message, int stripped) {
        return Proven.by(Samples.keys(signer.line()), message, signer.fileWithout(stripped, message));
    }

    private static byte[] rsa(byte[] exponent, byte[] modulus) {
        return new Wire().string("ssh-rsa").string(exponent).string(modulus).bytes();
    }
}
