package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.util.stream.Stream;
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

    @ParameterizedTest
    @MethodSource("securityKeys")
    void agreesOnForgedSecurityKeys(Signer signer) throws IOException {
        for (int flags : new int[] {1, 5, 255}) {
            agree(signer, true, forge -> forge.signing = data -> signer.signTouched(data, flags, "ssh:acme"));
        }
        for (String application : List.of("ssh:", "ssh:acme2", "https://acme.example", "")) {
            agree(signer, false, forge -> forge.signing = data -> signer.signTouched(data, 1, application));
        }
        for (Signer other : List.of(Signer.ed25519(), Signer.ecdsa(256), Signer.securityKey("ssh:acme"))) {
            agree(signer, false, forge -> forge.signing = other::sign);
        }
        for (int fromTheEnd = 1; fromTheEnd <= 5; fromTheEnd++) {
            int end = fromTheEnd;
            agree(
                    signer,
                    false,
                    forge -> forge.signing = data -> {
                        byte[] blob = signer.signTouched(data, 1, "ssh:acme");
                        blob[blob.length - end] ^= 4;
                        return blob;
                    });
        }
    }

    private static Stream<Signer> securityKeys() {
        return Stream.of(Signer.securityKey("ssh:acme"), Signer.ecdsaSecurityKey("ssh:acme"));
    }

    @Test
    void agreesOnForgedNumbersOfAnEcdsaSecurityKey() throws IOException {
        Signer signer = Signer.ecdsaSecurityKey("ssh:");
        BigInteger order = EcdsaCurve.NISTP256.parameters().getOrder();
        List<BigInteger> numbers = List.of(BigInteger.ZERO, BigInteger.ONE, order.subtract(BigInteger.ONE), order);

        agree(signer, true, forge -> forge.hash = "sha256");
        for (BigInteger r : numbers) {
            for (BigInteger s : numbers) {
                agree(signer, false, forge -> forge.tampering = blob -> signer.ecdsaSignature(r, s));
            }
        }
        agree(signer, false, forge -> forge.tampering = blob -> Arrays.copyOf(blob, blob.length - 5));
    }

    @Test
    void agreesOnPointsOfAnEcdsaSecurityKey() throws IOException {
        byte[] ecdsa = Signer.ecdsa(256).blob();
        byte[] point = Arrays.copyOfRange(ecdsa, ecdsa.length - 65, ecdsa.length);
        byte[] moved = point.clone();
        moved[64] ^= 1;
        byte[] compressed = Arrays.copyOf(point, 33);
        compressed[0] = (byte) (2 + (point[64] & 1));
        byte[] wide = Signer.ecdsa(384).blob();
        byte[] widePoint = Arrays.copyOfRange(wide, wide.length - 97, wide.length);

        assertAgreedOnKey(true, "nistp256", point);
        assertAgreedOnKey(false, "nistp256", moved);
        assertAgreedOnKey(false, "nistp256", new byte[65]);
        assertAgreedOnKey(false, "nistp256", new byte[1]);
        assertAgreedOnKey(false, "nistp256", new byte[0]);
        assertAgreedOnKey(false, "nistp384", widePoint);
        assertAgreedOnKey(false, "nistp384", point);
        assertAgreedOnKey(false, "nistp256", compressed);
    }

    private void assertAgreedOnKey(boolean good, String curve, byte[] point) throws IOException {
        byte[] blob = Signer.ecdsaSecurityKeyBlob(curve, point, "ssh:");
        String line = Signer.line("sk-ecdsa-sha2-nistp256@openssh.com", blob);
        assertThat(isKey(line)).isEqualTo(good);
        assertThat(keygen.takes(line)).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "security-key", "ecdsa-security-key", "rsa", "ecdsa"})
    void agreesOnForgedFiles(String kind) throws IOException {
        Signer signer = switch (kind) {
            case "ed25519" -> Signer.ed25519();
            case "rsa" -> Signer.rsa(2048);
            case "ecdsa" -> Signer.ecdsa(256);
            case "ecdsa-security-key" -> Signer.ecdsaSecurityKey("ssh:");
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
    void asksForATouchAndSshKeygenDoesNot() throws IOException {
        for (Signer untouched : List.of(Signer.securityKey("ssh:"), Signer.ecdsaSecurityKey("ssh:"))) {
            for (int flags : new int[] {0, 4}) {
                assertStricter(untouched, data -> untouched.signTouched(data, flags, "ssh:"));
            }
        }
    }

    @Test
    void asksForKeysMadeForSshAndSshKeygenDoesNot() throws IOException {
        String application = "https://acme.example";
        for (Signer web : List.of(Signer.securityKey(application), Signer.ecdsaSecurityKey(application))) {
            assertStricter(web, data -> web.signTouched(data, 1, application));
        }
    }

    @Test
    void refusesWhatBrowsersSignAndSshKeygenDoesNot() throws IOException {
        Signer signer = Signer.ecdsaSecurityKey("ssh:");

        assertStricter(signer, data -> signer.signWebauthn(data, 1, "ssh:", "https://acme.example"));
        agree(signer, false, forge -> forge.signing = data -> signer.signWebauthn(data, 1, "ssh:", "\""));
        agree(signer, false, forge -> forge.signing = data -> signer.signWebauthn(data, 1, "ssh:acme", "acme"));
    }

    @Test
    void asksForAnEmptyReservedFieldAndSshKeygenDoesNot() throws IOException {
        Signer signer = Signer.ed25519();
        byte[] honest = new Forge(signer).blob(MESSAGE);
        Wire namespace = new Wire().string("gatekeeper");
        int end = new String(honest, ISO_8859_1).indexOf(new String(namespace.bytes(), ISO_8859_1)) + 14;
        byte[] filled = new Wire()
                .raw(Arrays.copyOf(honest, end))
                .string("x")
                .raw(Arrays.copyOfRange(honest, end + 4, honest.length))
                .bytes();

        assertStricter(signer.line(), Forge.armored(filled));
    }

    /** The neutral point signs everything: its multiples are all itself. */
    @Test
    void refusesAKeyThatAnyoneCanSignForAndSshKeygenDoesNot() throws IOException {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        Signer signer = Signer.ed25519();
        Forge forge = new Forge(signer);
        forge.key = new Wire().string("ssh-ed25519").string(neutral).bytes();
        forge.signing = data -> new Wire()
                .string("ssh-ed25519")
                .string(Arrays.copyOf(neutral, 64))
                .bytes();

        assertStricter(Signer.line("ssh-ed25519", forge.key), forge.file(MESSAGE));
    }

    private void assertStricter(Signer signer, UnaryOperator<byte[]> signing) throws IOException {
        Forge forge = new Forge(signer);
        forge.signing = signing;
        assertStricter(signer.line(), forge.file(MESSAGE));
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
