package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.Samples.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshPublicKeyTest {

    private static final String KINDS = ", and allowed are 'ssh-ed25519', 'sk-ssh-ed25519@openssh.com',"
            + " 'sk-ecdsa-sha2-nistp256@openssh.com', 'ssh-rsa', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384',"
            + " 'ecdsa-sha2-nistp521'; enrol an Ed25519 key instead: ssh-keygen -t ed25519";

    /** As {@code ssh-keygen -lf} printed them. */
    @ParameterizedTest
    @CsvSource({
        "ed25519,SHA256:EGbUqk6tR+6dFwad00hTBOcRA8UifDc0vr7BygIUggk",
        "rsa2048,SHA256:EK+lvM0yhO3VNOtJeRVzyJdPkEKRBpH3DSs493sffEs",
        "rsa3072-sha256,SHA256:KcU/mST736BmhnmHI5DLe2eo/FiqM83CoRXT+1DejzQ",
        "rsa4096,SHA256:/yHjKGe8agXQoFmyKezzh6hH6xaVw4XrXwjmXVrvwMU",
        "ecdsa256,SHA256:+SP3Zz8EbVjDXH9UTcLkWuzlWVwI3cpgG35a+zm8IRo",
        "ecdsa384-sha256,SHA256:G8RdXNuG0rWhPZwdTUr3l63dRBKFzKatxpgt3dpDKlY",
        "ecdsa521,SHA256:i2jPGOOs+bnXrs6Nm/HHN43IE5mansLXDlrO7fPl66w",
        "rsa-sha2-256,SHA256:BZTpvd8GboPjK8abn6ojBQkOBJPn9nv96PcUfLopg44",
        "security-key,SHA256:92UghYRcGuwlgkkqdb/T+JMBJ394eEK3DvbyES41SNE",
        "security-key-ecdsa,SHA256:7VQafXciJ9miXApmueXTwdkAmG9h1+Oa2GKPucLe6Xk"
    })
    void hasTheFingerprintThatOpenSshPrints(String name, String fingerprint) throws MalformedException {
        assertThat(SshPublicKey.ofLine(Samples.line(name)).fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void isEqualToTheSameBlobWhateverTheCommentSays() throws MalformedException {
        String[] words = Samples.line("ed25519").split(" ", -1);
        SshPublicKey key = SshPublicKey.ofLine(words[0] + " " + words[1]);

        assertThat(key)
                .isEqualTo(SshPublicKey.ofLine("  " + words[0] + "\t" + words[1] + "  Jane Smith <jane@acme.example> "))
                .hasSameHashCodeAs(SshPublicKey.ofLine(Samples.line("ed25519")))
                .isNotEqualTo(SshPublicKey.ofLine(Samples.line("security-key")))
                .isNotEqualTo("ssh-ed25519");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ssh-ed25519", "ssh-ed25519 "})
    void refusesLinesWithoutKey(String line) {
        assertThat(problemOf(line)).isEqualTo("the key is not a kind and Base64, as a '.pub' file holds them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " jane@laptop\n", "\n\n"})
    void tellsOfTheLineEndThatABlockOfYamlKeeps(String end) {
        assertThat(problemOf(Samples.line("ed25519") + end))
                .isEqualTo(
                        "the key ends with a line break, as a text below '|' or '>' does; write it on one line, in quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u0000", "\u0085"})
    void refusesLinesThatAreMore(String end) {
        assertThat(problemOf(Samples.line("ed25519") + end + Samples.line("rsa2048")))
                .isEqualTo("the key holds a line break or a control character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-dss",
                "SSH-ED25519",
                "cert-authority",
                "ecdsa-sha2-nistp224",
                "ecdsa-sha2-1.3.132.0.33",
                "ssh-ed448",
                "ssh-xmss@openssh.com",
                "ssh-mldsa44-ed25519@openssh.com",
                "webauthn-sk-ecdsa-sha2-nistp256@openssh.com",
                "rsa-sha2-512"
            })
    void refusesOtherKinds(String kind) {
        byte[] blob = new Wire().string(kind).bytes();

        assertThat(problemOf(Signer.line(kind, blob))).isEqualTo("the key is of kind '" + kind + "'" + KINDS);
        assertThat(problemOf(Signer.line("ssh-ed25519", blob))).isEqualTo("the key is of kind '" + kind + "'" + KINDS);
    }

    @Test
    void cutsAKindThatWouldFillTheMessage() {
        assertThat(problemOf("x".repeat(81) + " AAAA"))
                .isEqualTo("the key is of kind '" + "x".repeat(80) + "…'" + KINDS);
    }

    @Test
    void refusesALineWhoseKindIsNotTheBlobs() {
        String blob = Samples.line("ecdsa256").split(" ", -1)[1];

        assertThat(problemOf("ssh-ed25519 " + blob))
                .isEqualTo("the key's kind is 'ssh-ed25519', and its Base64 says 'ecdsa-sha2-nistp256'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "!", "A", "A===", "\u00e4"})
    void refusesBase64ThatIsNotWhole(String end) {
        assertThat(problemOf(Samples.line("rsa-sha2-256").split(" ", -1)[0] + " "
                        + Samples.line("rsa-sha2-256").split(" ", -1)[1] + end))
                .isEqualTo("the key is not whole Base64: characters are missing, changed or added");
    }

    /** The JDK's decoder takes both for the same bytes. */
    @Test
    void refusesBase64WithoutPaddingOrWithLooseBits() {
        String line = Signer.line("ssh-ed25519", new byte[8]);

        assertThat(line).endsWith("AAA=");
        for (String other : List.of("AAA", "AAB=", "AAD=")) {
            assertThat(problemOf(line.substring(0, line.length() - 4) + other))
                    .isEqualTo("the key is not whole Base64: characters are missing, changed or added");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatekeeper.ssh.Samples#names")
    void refusesEveryTruncationAndEveryAddition(String name) throws MalformedException {
        byte[] blob = Base64.getDecoder().decode(Samples.line(name).split(" ", -1)[1]);
        for (int length = 0; length < blob.length; length++) {
            byte[] cut = Arrays.copyOf(blob, length);
            assertThat(catchThrowableOfType(MalformedException.class, () -> SshPublicKey.ofBlob(cut)))
                    .as("%d bytes", length)
                    .isNotNull();
        }
        assertThat(problemOf(Arrays.copyOf(blob, blob.length + 2))).isEqualTo("the key has bytes too many: 2");
    }
}
