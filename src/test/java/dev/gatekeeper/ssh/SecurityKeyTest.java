package dev.gatekeeper.ssh;

import static dev.gatekeeper.ssh.Forge.forged;
import static dev.gatekeeper.ssh.Samples.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.ssh.Proven.Good;
import dev.gatekeeper.ssh.Proven.Malformed;
import dev.gatekeeper.ssh.Proven.OtherContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityKeyTest {

    private static final Signer SECURITY_KEY = Signer.securityKey("ssh:");

    @ParameterizedTest
    @ValueSource(strings = {"", "https://acme.example", "SSH:", "ssh:a b", "ssh:\u0000", "ssh:\u00e4"})
    void refusesSecurityKeysMadeForAnotherApplication(String application) {
        assertThat(problemOf(Signer.securityKey(application).blob()))
                .isEqualTo("the key's application is '" + application + "', and must start with 'ssh:'");
    }

    @Test
    void refusesAnAlgorithmThatIsNotTheKeys() {
        assertThat(forged(SECURITY_KEY, forge -> forge.signing = Signer.ed25519()::sign))
                .isEqualTo(new Malformed(
                        "the signature's algorithm is 'ssh-ed25519', and its key's is 'sk-ssh-ed25519@openssh.com'"));
    }

    @ParameterizedTest
    @CsvSource({"0,false", "4,false", "254,false", "1,true", "5,true"})
    void asksForATouchOfTheSecurityKey(int flags, boolean touched) {
        Proven verification =
                forged(SECURITY_KEY, forge -> forge.signing = data -> SECURITY_KEY.signTouched(data, flags, "ssh:"));

        if (touched) {
            assertThat(verification).isInstanceOf(Good.class);
        } else {
            assertThat(verification)
                    .isEqualTo(new Malformed("the signature was made without anyone touching the security key"));
        }
    }

    @Test
    void bindsASecurityKeyToItsApplication() {
        assertThat(forged(
                        SECURITY_KEY, forge -> forge.signing = data -> SECURITY_KEY.signTouched(data, 1, "ssh:other")))
                .isInstanceOf(OtherContent.class);
    }

    @Test
    void bindsItToThatOneAndNotToTheUsual() {
        Signer work = Signer.securityKey("ssh:work");
        assertThat(forged(work, forge -> forge.signing = data -> work.signTouched(data, 1, "ssh:work")))
                .isInstanceOf(Good.class);
        assertThat(forged(work, forge -> forge.signing = data -> work.signTouched(data, 1, "ssh:")))
                .isInstanceOf(OtherContent.class);
    }
}
