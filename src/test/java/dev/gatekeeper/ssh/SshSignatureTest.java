package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.Forge.forged;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.ssh.Proven.Malformed;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshSignatureTest {

    private static final Signer ED25519 = Signer.ed25519();
    private static final Signer SECURITY_KEY = Signer.securityKey("ssh:");
    private static final Signer ECDSA_SECURITY_KEY = Signer.ecdsaSecurityKey("ssh:");
    private static final Signer RSA = Signer.rsa(2048);
    private static final Signer P256 = Signer.ecdsa(256);

    @Test
    void refusesOtherMagicAndVersions() {
        assertThat(forged(ED25519, forge -> forge.magic = "SSHSIH"))
                .isEqualTo(new Malformed("the file holds no SSH signature"));
        assertThat(forged(ED25519, forge -> forge.version = 0))
                .isEqualTo(new Malformed("the signature's version is '0', and must be '1'"));
        assertThat(forged(ED25519, forge -> forge.version = 0x80000001L))
                .isEqualTo(new Malformed("the signature's version is '2147483649', and must be '1'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "git", "file", "Gatekeeper", "gatekeeper ", "gatekeeper\u0000", "gatekeepe"})
    void refusesOtherNamespaces(String namespace) {
        assertThat(forged(ED25519, forge -> forge.namespace = namespace))
                .isEqualTo(new Malformed("the signature's namespace is '" + namespace + "', and must be 'gatekeeper'"));
    }

    @Test
    void refusesAReservedField() {
        assertThat(forged(ED25519, forge -> forge.reserved = "x"))
                .isEqualTo(new Malformed("the signature's reserved field is not empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha1", "sha384", "SHA512", "sha512 "})
    void refusesOtherHashes(String hash) {
        assertThat(forged(ED25519, forge -> forge.hash = hash))
                .isEqualTo(
                        new Malformed("the signature's hash is '" + hash + "', and allowed are 'sha256' and 'sha512'"));
    }

    @Test
    void refusesAppendedBytesAtEveryLevel() {
        assertThat(forged(ED25519, forge -> forge.appended = new byte[1]))
                .isEqualTo(new Malformed("the signature has bytes too many: 1"));
        for (Signer signer : new Signer[] {ED25519, SECURITY_KEY, ECDSA_SECURITY_KEY, RSA, P256}) {
            assertThat(forged(signer, forge -> forge.tampering = blob -> Arrays.copyOf(blob, blob.length + 3)))
                    .isEqualTo(new Malformed("the signature has bytes too many: 3"));
            assertThat(forged(signer, forge -> forge.key = Arrays.copyOf(forge.key, forge.key.length + 1)))
                    .isEqualTo(new Malformed("the key has bytes too many: 1"));
        }
        assertThat(forged(
                        P256,
                        forge -> forge.tampering = blob -> new Wire()
                                .string(P256.kind())
                                .string(new Wire()
                                        .mpint(BigInteger.TEN)
                                        .mpint(BigInteger.TEN)
                                        .raw((byte) 0)
                                        .bytes())
                                .bytes()))
                .isEqualTo(new Malformed("the signature has bytes too many: 1"));
    }

    @Test
    void refusesCertificates() {
        String kind = "ssh-ed25519-cert-v01@openssh.com";
        byte[] certificate = new Wire().string(kind).string(new byte[32]).bytes();

        assertThat(forged(ED25519, forge -> forge.key = certificate))
                .isEqualTo(
                        new Malformed(
                                "the key is a certificate ('" + kind + "'), and only plain keys count; enrol"
                                        + " instead the key that it certifies, and sign with that: the file without '-cert' in its name"));
    }

    @Test
    void refusesLengthsBeyondTheEnd() {
        for (long length : new long[] {0xffffffffL, 0x7fffffffL, 0x80000000L, 200}) {
            byte[] blob = new Wire()
                    .raw("SSHSIG".getBytes(ISO_8859_1))
                    .uint32(1)
                    .uint32(length)
                    .bytes();

            assertThat(Samples.verify(Samples.keys(ED25519.line()), Forge.armored(blob)))
                    .isEqualTo(new Malformed("the signature ends too early"));
        }
    }
}
