package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.Samples.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste for a key: each is told what it is and what to enrol instead. */
class PastedTextTest {

    private static final String ED25519 = Samples.line("ed25519");
    private static final String INSTEAD = "; enrol an Ed25519 key instead: ssh-keygen -t ed25519";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN OPENSSH PRIVATE KEY-----|b3BlbnNzaC1rZXktdjEAAAAABG5vbmU|-----END OPENSSH PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----|MIIEpAIBAAKCAQEA|-----END RSA PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED|",
                "-----BEGIN EC PRIVATE KEY-----|MHcCAQEE",
                "-----BEGIN DSA PRIVATE KEY-----|MIIBuwIB",
                "-----BEGIN PRIVATE KEY-----|MC4CAQAwBQYDK2VwBCIEI",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----|MIIFLTBX",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----||lFgEZ",
                "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----|P2/56wAAAgIAAAAm",
                "PuTTY-User-Key-File-3: ssh-ed25519|Encryption: none|Comment: jane|Public-Lines: 2|AAAA",
                "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW|QyNTUxOQAAACD6",
                "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ",
                "jane: -----BEGIN OPENSSH PRIVATE KEY-----|xx",
                "MC4CAQAwBQYDK2VwBCIEI|-----END PRIVATE KEY-----"
            })
    void saysThatAPrivateKeyIsOneAndShowsNothingOfIt(String text) {
        String problem = "the key is a private key, and no secret any more: take it out of use" + INSTEAD;

        assertThat(problemOf(text.replace('|', '\n'))).isEqualTo(problem);
        assertThat(problemOf(text.replace('|', '\n') + "\n")).isEqualTo(problem);
        assertThat(problemOf(text.replace("|", "\r\n"))).isEqualTo(problem);
        assertThat(problemOf(text.replace('|', ' '))).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "---- BEGIN SSH2 PUBLIC KEY ----,SSH2 PUBLIC KEY,RFC4716",
        "-----BEGIN PUBLIC KEY-----,PUBLIC KEY,PKCS8",
        "-----BEGIN RSA PUBLIC KEY-----,RSA PUBLIC KEY,PEM"
    })
    void tellsHowAPublicKeyInAnotherFormBecomesALine(String first, String label, String form) {
        String problem = "the key is a block of text ('" + label + "'), and must be the line of a '.pub' file;"
                + " enrol instead what this prints: ssh-keygen -i -m " + form + " -f FILE";
        String last = first.replace("BEGIN", "END");

        assertThat(problemOf(first + "\nAAAAB3NzaC1yc2E\nAAAAB\n" + last + "\n"))
                .isEqualTo(problem);
        assertThat(problemOf(" " + first + " AAAAB3NzaC1yc2E AAAAB " + last)).isEqualTo(problem);
        assertThat(problemOf(first)).isEqualTo(problem);
    }

    /** OpenSSH 9.2 reads no Ed25519 key in this form, so its command would help nobody. */
    @Test
    void tellsNoCommandForAFormThatOpenSshMayNotRead() {
        String key = """
                -----BEGIN PUBLIC KEY-----
                MCowBQYDK2VwAyEAWYupuxBfv2NaLkE1t4mxbplVl3V0otA/bhTJs7WfFak=
                -----END PUBLIC KEY-----
                """;
        assertThat(problemOf(key))
                .isEqualTo(
                        "the key is a block of text ('PUBLIC KEY'), and must be the line of a '.pub' file" + INSTEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PGP PUBLIC KEY BLOCK", "PGP MESSAGE", "CERTIFICATE", "SSH SIGNATURE", "X"})
    void refusesBlocksThatHoldNoKeyOfSsh(String label) {
        String problem =
                "the key is a block of text ('" + label + "'), and must be the line of a '.pub' file" + INSTEAD;

        assertThat(problemOf("-----BEGIN " + label + "-----\nmDMEZ\n-----END " + label + "-----\n"))
                .isEqualTo(problem);
        assertThat(problemOf("-----BEGIN " + label + "----- mDMEZ -----END " + label + "-----"))
                .isEqualTo(problem);
    }

    @Test
    void namesABlockWhoseFirstLineIsCut() {
        assertThat(problemOf("-----BEGIN PGP"))
                .isEqualTo("the key is a block of text ('PGP'), and must be the line of a '.pub' file" + INSTEAD);
        assertThat(problemOf("-----BEGIN ")).isEqualTo("the key is not a kind and Base64, as a '.pub' file holds them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-pty",
                "restrict,no-touch-required",
                "from=\"10.0.0.0/8\",no-pty",
                "command=\"echo hi  there\"",
                "namespaces=\"gatekeeper\"",
                "jane@acme.example",
                "jane namespaces=\"git\"",
                "acme.example,192.0.2.1",
                "-"
            })
    void refusesWordsBeforeTheKind(String before) {
        String known = before.replaceAll(" +", " ");

        for (String line : new String[] {ED25519, Samples.line("security-key-ecdsa"), Samples.line("rsa2048")}) {
            String kind = line.split(" ", -1)[0];
            assertThat(problemOf(before + " " + line))
                    .isEqualTo("the key has '" + known + "' before its kind, as lines of authorized_keys and"
                            + " allowed_signers have; enrol instead what starts with '" + kind + "'");
            assertThat(problemOf(before + "\t " + line)).startsWith("the key has '" + known + "' before its kind");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cert-authority",
                "CERT-AUTHORITY",
                "no-pty,cert-authority",
                "*@acme.example cert-authority",
                "@cert-authority *.acme.example",
                "jane cert-authority,namespaces=\"gatekeeper\""
            })
    void refusesTheKeyOfACertificateAuthority(String before) {
        assertThat(problemOf(before + " " + ED25519))
                .isEqualTo("the key is a certificate authority's, and only people's own count" + INSTEAD);
    }

    @Test
    void refusesTheKindBehindWordsFirst() {
        assertThat(problemOf("no-pty ssh-dss AAAAB3NzaC1kc3MAAACB"))
                .startsWith("the key is of kind 'ssh-dss', and allowed are ")
                .endsWith(INSTEAD);
    }

    @Test
    void takesNoCommentForAWordBeforeTheKind() {
        assertThat(problemOf("ssh-dss AAAAB3NzaC1kc3MAAACB ssh-ed25519 AAAAC3NzaC1lZDI1NTE5"))
                .startsWith("the key is of kind 'ssh-dss', and allowed are ");
        assertThat(problemOf("foo bar")).startsWith("the key is of kind 'foo', and allowed are ");
        assertThat(problemOf("foo bar baz")).startsWith("the key is of kind 'foo', and allowed are ");
        for (String comment : new String[] {"my PRIVATE KEY", "ssh-dss AAAA", "cert-authority", "-----BEGIN X-----"}) {
            assertThatCode(() -> SshPublicKey.ofLine(ED25519 + " " + comment)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-ed25519-cert-v01@openssh.com",
                "ssh-rsa-cert-v01@openssh.com",
                "ssh-dss-cert-v01@openssh.com",
                "ecdsa-sha2-nistp256-cert-v01@openssh.com",
                "sk-ssh-ed25519-cert-v01@openssh.com",
                "rsa-sha2-512-cert-v01@openssh.com",
                "ssh-ed25519-cert-v00@openssh.com"
            })
    void refusesCertificates(String kind) {
        byte[] blob = new Wire().string(kind).string(new byte[32]).bytes();
        String problem = "the key is a certificate ('" + kind + "'), and only plain keys count; enrol instead the"
                + " key that it certifies, and sign with that: the file without '-cert' in its name";

        assertThat(problemOf(Signer.line(kind, blob))).isEqualTo(problem);
        assertThat(problemOf(Signer.line("ssh-ed25519", blob))).isEqualTo(problem);
        assertThat(problemOf("no-pty " + Signer.line(kind, blob))).isEqualTo(problem);
    }
}
