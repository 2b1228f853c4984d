package dev.gatekeeper.approvals;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies beside a signature where people sign is told from it. */
class FileKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbg==\n",
                "-----BEGIN PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\r\n",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n",
                "Bag Attributes\n-----BEGIN EC PRIVATE KEY-----\n",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----\n",
                "PuTTY-User-Key-File-2: ssh-rsa\n"
            })
    void aPrivateKey(String text) {
        assertKind(FileKind.PRIVATE_KEY, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-ed25519 AAAAC3Nz jane@home\n",
                "sk-ssh-ed25519@openssh.com AAAAGnNr\n",
                "ecdsa-sha2-nistp256 AAAAE2Vj\n",
                "---- BEGIN SSH2 PUBLIC KEY ----\n",
                "-----BEGIN PUBLIC KEY-----\n"
            })
    void aPublicKey(String text) {
        assertKind(FileKind.PUBLIC_KEY, text);
    }

    @Test
    void aStatement() {
        assertKind(FileKind.STATEMENT, new String(SampleStatement.statement().bytes(), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Approved.\n", "-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----\n"})
    void anythingElseMayBeASignature(String text) {
        assertKind(FileKind.SIGNATURE, text);
    }

    private static void assertKind(FileKind kind, String text) {
        assertThat(FileKind.of(text.getBytes(UTF_8))).isEqualTo(kind);
        assertThat(FileKind.of(("\uFEFF" + text).getBytes(UTF_8))).isEqualTo(kind);
        assertThat(FileKind.of(("\uFEFF" + text).getBytes(UTF_16LE))).isEqualTo(kind);
    }
}
