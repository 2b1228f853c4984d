package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.Forge.forged;
import static dev.gatekeeper.ssh.Samples.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.ssh.Proven.Good;
import dev.gatekeeper.ssh.Proven.Malformed;
import dev.gatekeeper.ssh.Proven.OtherContent;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a security key of either kind. */
class SecurityKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "https://acme.example", "SSH:", "ssh:a b", "ssh:\u0000", "ssh:\u00e4"})
    void refusesSecurityKeysMadeForAnotherApplication(String application) {
        String problem = "the key's application is '" + application + "', and must start with 'ssh:';"
                + " enrol an Ed25519 key instead: ssh-keygen -t ed25519";

        assertThat(problemOf(Signer.securityKey(application).blob())).isEqualTo(problem);
        assertThat(problemOf(Signer.ecdsaSecurityKey(application).blob())).isEqualTo(problem);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void refusesAnAlgorithmThatIsNotTheKeys(Signer signer) {
        for (Signer other : new Signer[] {Signer.ed25519(), Signer.ecdsa(256), other(signer)}) {
            assertThat(forged(signer, forge -> forge.signing = other::sign))
                    .isEqualTo(new Malformed("the signature's algorithm is '" + other.kind() + "', and its key's is '"
                            + signer.kind() + "'"));
        }
    }

    @ParameterizedTest
    @MethodSource("signers")
    void asksForATouchOfTheSecurityKey(Signer signer) {
        for (int flags : new int[] {0, 4, 254}) {
            assertThat(forged(signer, forge -> forge.signing = data -> signer.signTouched(data, flags, "ssh:")))
                    .isEqualTo(new Malformed("the signature was made without anyone touching the security key"));
        }
        for (int flags : new int[] {1, 5, 255}) {
            assertThat(forged(signer, forge -> forge.signing = data -> signer.signTouched(data, flags, "ssh:")))
                    .isInstanceOf(Good.class);
        }
    }

    @ParameterizedTest
    @MethodSource("signers")
    void bindsASecurityKeyToItsApplication(Signer signer) {
        assertThat(forged(signer, forge -> forge.signing = data -> signer.signTouched(data, 1, "ssh:other")))
                .isInstanceOf(OtherContent.class);
    }

    @ParameterizedTest
    @MethodSource("signersForWork")
    void bindsItToThatOneAndNotToTheUsual(Signer work) {
        assertThat(forged(work, forge -> forge.signing = data -> work.signTouched(data, 1, "ssh:work")))
                .isInstanceOf(Good.class);
        assertThat(forged(work, forge -> forge.signing = data -> work.signTouched(data, 1, "ssh:")))
                .isInstanceOf(OtherContent.class);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void bindsASignatureToItsFlagsAndCounter(Signer signer) {
        for (int fromTheEnd = 1; fromTheEnd <= 5; fromTheEnd++) {
            int end = fromTheEnd;
            assertThat(forged(
                            signer,
                            forge -> forge.tampering = blob -> {
                                blob[blob.length - end] ^= 4;
                                return blob;
                            }))
                    .as("byte %d from the end", end)
                    .isInstanceOf(OtherContent.class);
        }
    }

    private static Stream<Signer> signers() {
        return Stream.of(Signer.securityKey("ssh:"), Signer.ecdsaSecurityKey("ssh:"));
    }

    private static Stream<Signer> signersForWork() {
        return Stream.of(Signer.securityKey("ssh:work"), Signer.ecdsaSecurityKey("ssh:work"));
    }

    private static Signer other(Signer signer) {
        return signer.kind().contains("ecdsa") ? Signer.securityKey("ssh:") : Signer.ecdsaSecurityKey("ssh:");
    }
}
