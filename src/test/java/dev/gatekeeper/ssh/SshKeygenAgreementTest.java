package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.ssh.Proven.Good;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSH's own verdict on the same files: the second judge. */
@EnabledIf("dev.gatekeeper.ssh.SshKeygen#isThere")
class SshKeygenAgreementTest {

    private static final byte[] MESSAGE = Samples.STATEMENT;

    @TempDir
    private Path folder;

    private SshKeygen keygen;

    @BeforeEach
    void useAFolderOfItsOwn() {
        keygen = new SshKeygen(folder);
    }

    @ParameterizedTest
    @CsvSource({"ed25519,256", "rsa,2048", "rsa,3072", "rsa,4096", "ecdsa,256", "ecdsa,384", "ecdsa,521"})
    void takesWhatSshKeygenSigns(String kind, String bits) throws IOException, MalformedException {
        String line = kind.equals("ed25519") ? keygen.generate("k", kind) : keygen.generate("k", kind, "-b", bits);
        List<SshPublicKey> keys = Samples.keys(line);

        assertThat(SshPublicKey.ofLine(line).fingerprint()).isEqualTo(keygen.fingerprint(line));
        for (String hash : List.of("sha256", "sha512")) {
            byte[] file = keygen.sign("k", hash, MESSAGE);
            assertThat(Samples.verify(keys, file)).isInstanceOf(Good.class);
            assertThat(keygen.verifies(line, MESSAGE, file)).isTrue();
            assertThat(Proven.by(keys, "another statement".getBytes(UTF_8), file))
                    .isNotInstanceOf(Good.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatekeeper.ssh.Samples#names")
    void agreesOnTheFixedSignatures(String name) throws IOException {
        assertAgreed(Samples.line(name), Samples.signature(name), true);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 384, 521})
    void agreesOnForgedEcdsa(int bits) throws IOException {
        Signer signer = Signer.ecdsa(bits);
        BigInteger order = EcdsaCurve.ofKind(signer.kind()).parameters().getOrder();

        agree(signer, true, forge -> forge.hash = "sha256");
        agree(
                signer,
                false,
                forge -> forge.tampering = blob -> signer.ecdsaSignature(BigInteger.ZERO, BigInteger.ZERO));
        agree(signer, false, forge -> forge.tampering = blob -> signer.ecdsaSignature(order, order));
        agree(signer, false, forge -> forge.tampering = blob -> signer.ecdsaSignature(order, BigInteger.ONE));
    }

    @Test
    void agreesOnForgedRsa() throws IOException {
        Signer signer = Signer.rsa(2048);

        agree(signer, true, forge -> forge.signing = data -> signer.signRsa("rsa-sha2-256", "SHA256withRSA", data));
        agree(signer, true, forge -> forge.signing = data -> signer.signRsa("rsa-sha2-512", "SHA512withRSA", data));
        agree(signer, false, forge -> forge.signing = data -> signer.signRsa("ssh-rsa", "SHA1withRSA", data));
        agree(signer, false, forge -> forge.signing = data -> signer.signRsa("rsa-sha2-512", "SHA256withRSA", data));
    }

    /** As gpg-agent signs when the number is small. */
    @ParameterizedTest(name = "{1} bytes short, {0} bits")
    @CsvSource({"2048,1", "2049,1", "2049,2"})
    void agreesOnRsaWithoutLeadingZeros(int bits, int zeros) throws IOException {
        Signer signer = Signer.rsa(bits);
        byte[] message = signer.messageWithZeros(zeros);

        for (int stripped = 0; stripped <= zeros; stripped++) {
            assertAgreed(signer.line(), message, signer.fileWithout(stripped, message), true);
        }
        for (int stripped : new int[] {zeros + 1, (bits + 7) / 8}) {
            assertAgreed(signer.line(), message, signer.fileWithout(stripped, message), false);
        }
    }

    @Test
    void agreesOnRsaNumbersThatAreNoSignature() throws IOException {
        Signer signer = Signer.rsa(2049);
        BigInteger modulus = ((RSAPublicKey) signer.pair().getPublic()).getModulus();
        List<UnaryOperator<byte[]>> alterations = List.of(
                number -> new byte[0],
                number -> new byte[1],
                number -> new byte[] {1},
                number -> new byte[number.length],
                number -> new Wire().raw((byte) 0).raw(number).bytes(),
                number -> new Wire().raw(number).raw((byte) 0).bytes(),
                number -> Arrays.copyOf(number, number.length - 1),
                number -> Signer.padded(new BigInteger(1, number).add(modulus), number.length),
                number -> Signer.padded(modulus, number.length));
        for (UnaryOperator<byte[]> alteration : alterations) {
            agree(signer, false, forge -> forge.tampering = blob -> Signer.rsaSignature(blob, alteration));
        }
    }

    @Test
    void agreesOnForgedSecurityKeys() throws IOException {
        Signer signer = Signer.securityKey("ssh:acme");

        agree(signer, true, forge -> forge.signing = data -> signer.signTouched(data, 1, "ssh:acme"));
        agree(signer, true, forge -> forge.signing = data -> signer.signTouched(data, 5, "ssh:acme"));
        agree(signer, false, forge -> forge.signing = data -> signer.signTouched(data, 1, "ssh:"));
        agree(signer, false, forge -> forge.signing = Signer.ed25519()::sign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "security-key", "rsa", "ecdsa"})
    void agreesOnForgedFiles(String kind) throws IOException {
        Signer signer = switch (kind) {
            case "ed25519" -> Signer.ed25519();
            case "rsa" -> Signer.rsa(2048);
            case "ecdsa" -> Signer.ecdsa(256);
            default -> Signer.securityKey("ssh:");
        };
        agree(signer, true, forge -> {});
        agree(signer, false, forge -> forge.namespace = "git");
        agree(signer, false, forge -> forge.version = 2);
        agree(signer, false, forge -> forge.magic = "SSHSIH");
        agree(signer, false, forge -> forge.hash = "sha384");
        agree(signer, false, forge -> forge.appended = new byte[1]);
        agree(signer, false, forge -> forge.key = Signer.ed25519().blob());
        agree(signer, false, forge -> forge.tampering = blob -> Arrays.copyOf(blob, blob.length + 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51})
    void agreesOnDamage(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (String name : Samples.NAMES) {
            byte[] blob = Forge.opened(Samples.signature(name));
            blob[random.nextInt(blob.length)] ^= (byte) (1 << random.nextInt(8));
            assertAgreed(Samples.line(name), Forge.armored(blob), false);
        }
    }

    /** Where ssh-keygen is content with less, Gatekeeper is not. */
    @Test
    void asksForMoreThanSshKeygen() throws IOException {
        Signer untouched = Signer.securityKey("ssh:");
        Signer web = Signer.securityKey("https://acme.example");
        Forge forge = new Forge(untouched);
        forge.signing = data -> untouched.signTouched(data, 0, "ssh:");
        Forge other = new Forge(web);
        other.signing = data -> web.signTouched(data, 1, "https://acme.example");

        assertStricter(untouched.line(), forge.file(MESSAGE));
        assertStricter(web.line(), other.file(MESSAGE));
    }

    private void assertStricter(String line, byte[] file) throws IOException {
        assertThat(isKey(line) && Samples.verify(Samples.keys(line), file) instanceof Good)
                .isFalse();
        assertThat(keygen.verifies(line, MESSAGE, file)).isTrue();
    }

    private static boolean isKey(String line) {
        try {
            return !SshPublicKey.ofLine(line).kind().isEmpty();
        } catch (MalformedException e) {
            return false;
        }
    }

    private void agree(Signer signer, boolean good, Consumer<Forge> alteration) throws IOException {
        Forge forge = new Forge(signer);
        alteration.accept(forge);
        assertAgreed(signer.line(), forge.file(MESSAGE), good);
    }

    private void assertAgreed(String line, byte[] file, boolean good) throws IOException {
        assertAgreed(line, MESSAGE, file, good);
    }

    private void assertAgreed(String line, byte[] message, byte[] file, boolean good) throws IOException {
        assertThat(Proven.by(Samples.keys(line), message, file) instanceof Good).isEqualTo(good);
        assertThat(keygen.verifies(line, message, file)).isEqualTo(good);
    }
}
