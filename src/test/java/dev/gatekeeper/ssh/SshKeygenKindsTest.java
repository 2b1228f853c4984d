package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.Samples.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gatekeeper.ssh.Proven.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that OpenSSH itself takes and Gatekeeper doesn't, and whether what Gatekeeper advises helps. */
@EnabledIf("dev.gatekeeper.ssh.SshKeygen#isThere")
class SshKeygenKindsTest {

    private static final byte[] MESSAGE = Samples.STATEMENT;

    @TempDir
    private Path folder;

    private SshKeygen keygen;

    @BeforeEach
    void useAFolderOfItsOwn() {
        keygen = new SshKeygen(folder);
    }

    @Test
    void refusesAShortRsaKeyAndSshKeygenDoesNot() throws IOException {
        String line = keygen.generate("k", "rsa", "-b", "1024");

        assertRefused(line, "the key has 1024 bits, and 2048 to 16384 are allowed");
    }

    /** OpenSSH 10 has no such keys any more. */
    @Test
    void refusesADsaKeyAndOldSshKeygenDoesNot() throws IOException {
        assumeThat(keygen.isAbleToMake("dsa")).isTrue();
        String line = keygen.generate("k", "dsa");

        assertRefused(line, "the key is of kind 'ssh-dss', and allowed are ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void refusesACertificateAndSshKeygenDoesNot(String kind) throws IOException {
        String authority = keygen.generate("ca", "ed25519");
        keygen.generate("k", kind);
        String certificate = keygen.certify("k", "ca");

        assertThat(problemOf(certificate)).startsWith("the key is a certificate ('");
        assertThat(problemOf("cert-authority " + authority)).startsWith("the key is a certificate authority's");
        byte[] file = keygen.sign("k-cert.pub", "sha512", MESSAGE);
        assertThat(Samples.verify(List.of(), file))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.problem()).startsWith("the key is a certificate ('"));
        assertThat(keygen.verifies("cert-authority " + authority, MESSAGE, file))
                .isTrue();
        assertThat(keygen.verifies(authority, MESSAGE, file)).isFalse();
    }

    @Test
    void refusesOptionsAndSshKeygenDoesNot() throws IOException {
        String line = keygen.generate("k", "ed25519");
        byte[] file = keygen.sign("k", "sha512", MESSAGE);

        for (String options : List.of("namespaces=\"gatekeeper\"", "valid-after=\"20200101\"")) {
            assertThat(problemOf(options + " " + line)).startsWith("the key has '" + options + "' before its kind");
            assertThat(keygen.takes(options + " " + line)).isTrue();
            assertThat(keygen.verifies(options + " " + line, MESSAGE, file)).isTrue();
        }
        assertThat(problemOf("no-pty " + line)).startsWith("the key has 'no-pty' before its kind");
        assertThat(keygen.takes("no-pty " + line)).isTrue();
        assertThat(keygen.verifies("no-pty " + line, MESSAGE, file)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519,RFC4716",
        "rsa,RFC4716",
        "ecdsa,RFC4716",
        "rsa,PKCS8",
        "ecdsa,PKCS8",
        "rsa,PEM",
    })
    void advisesACommandThatMakesALineOfAnotherForm(String kind, String form) throws IOException, MalformedException {
        String line = keygen.generate("k", kind);
        String text = keygen.exported("k", form);

        assertThat(problemOf(text)).endsWith(" enrol instead what this prints: ssh-keygen -i -m " + form + " -f FILE");
        assertThat(SshPublicKey.ofLine(keygen.imported(text, form))).isEqualTo(SshPublicKey.ofLine(line));
    }

    /** Asked for PEM, ssh-keygen writes this kind as PKCS8, and then reads it as nothing else. */
    @Test
    void advisesTheFormThatIsThereAndNotTheOneThatWasAskedFor() throws IOException, MalformedException {
        String line = keygen.generate("k", "ecdsa");
        String text = keygen.exported("k", "PEM");

        assertThat(problemOf(text)).endsWith("ssh-keygen -i -m PKCS8 -f FILE");
        assertThat(SshPublicKey.ofLine(keygen.imported(text, "PKCS8"))).isEqualTo(SshPublicKey.ofLine(line));
    }

    @ParameterizedTest
    @CsvSource({"ed25519,RFC4716", "rsa,RFC4716", "rsa,PKCS8", "rsa,PEM", "ecdsa,PEM"})
    void knowsAPrivateKeyInEachForm(String kind, String form) throws IOException {
        keygen.generate("k", kind, "-m", form);

        assertThat(problemOf(Files.readString(folder.resolve("k"))))
                .startsWith("the key is a private key, and no secret any more");
    }

    private void assertRefused(String line, String problem) throws IOException {
        byte[] file = keygen.sign("k", "sha512", MESSAGE);
        assertThat(problemOf(line)).startsWith(problem);
        assertThat(Samples.verify(List.of(), file))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.problem()).startsWith(problem));
        assertThat(keygen.verifies(line, MESSAGE, file)).isTrue();
    }
}
