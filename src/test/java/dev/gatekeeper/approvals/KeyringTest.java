package dev.gatekeeper.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.approvals.Verification.BadContent;
import dev.gatekeeper.approvals.Verification.Good;
import dev.gatekeeper.approvals.Verification.Malformed;
import dev.gatekeeper.approvals.Verification.NotValid;
import dev.gatekeeper.approvals.Verification.UnknownKey;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.ApproverKey;
import dev.gatekeeper.ssh.Forge;
import dev.gatekeeper.ssh.MalformedException;
import dev.gatekeeper.ssh.Samples;
import dev.gatekeeper.ssh.Signer;
import dev.gatekeeper.ssh.SshPublicKey;
import dev.gatekeeper.ssh.Wire;
import dev.gatekeeper.yaml.Mark;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyringTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 1, 1);

    @ParameterizedTest
    @MethodSource("dev.gatekeeper.ssh.Samples#names")
    void saysWhoseAGoodSignatureIs(String name) {
        Verification verification = SampleStatement.verify(SampleStatement.keyringOfAll(), Samples.signature(name));

        assertThat(verification).isInstanceOfSatisfying(Good.class, good -> {
            assertThat(good.key().approver().name()).isEqualTo(name);
            assertThat(good.key().fingerprint())
                    .isEqualTo(Samples.parsed(Samples.line(name)).fingerprint());
        });
    }

    @ParameterizedTest
    @MethodSource("dev.gatekeeper.ssh.Samples#names")
    void takesASignatureForItsOwnStatementOnly(String name) {
        Keyring keyring = SampleStatement.keyring(Samples.line(name));

        assertThat(keyring.verify(
                        SampleStatement.statement("acme/shops"), Samples.signature(name), SampleStatement.TODAY))
                .isEqualTo(new BadContent(keyring.keys().get(0)));
    }

    @ParameterizedTest
    @MethodSource("dev.gatekeeper.ssh.Samples#names")
    void trustsNoKeyThatThePolicyDoesNotList(String name) throws MalformedException {
        String other = name.equals("ed25519") ? "security-key" : "ed25519";

        assertThat(SampleStatement.verify(SampleStatement.keyring(Samples.line(other)), Samples.signature(name)))
                .isEqualTo(
                        new UnknownKey(SshPublicKey.ofLine(Samples.line(name)).fingerprint()));
    }

    @Test
    void doesNotTakeASecurityKeyForThePlainKeyWithin() throws MalformedException {
        Signer signer = Signer.securityKey("ssh:");
        byte[] raw = Arrays.copyOfRange(signer.blob(), 34, 66);
        Signer plain = new Signer(
                "ssh-ed25519", new Wire().string("ssh-ed25519").string(raw).bytes(), signer.pair());
        byte[] file = new Forge(plain).file(SampleStatement.statement().bytes());

        assertThat(SampleStatement.verify(SampleStatement.keyring(plain.line()), file))
                .isInstanceOf(Good.class);
        assertThat(SampleStatement.verify(SampleStatement.keyring(signer.line()), file))
                .isEqualTo(new UnknownKey(SshPublicKey.ofLine(plain.line()).fingerprint()));
    }

    @Test
    void saysWhatIsTheMatterWithTheFile() {
        assertThat(SampleStatement.verify(SampleStatement.keyringOfAll(), new byte[0]))
                .isEqualTo(new Malformed("the file's first line is not '-----BEGIN SSH SIGNATURE-----'"));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31,false", "2026-01-01,true", "2026-12-31,true", "2027-01-01,false"})
    void holdsTheDayAgainstBothLimits(LocalDate today, boolean valid) {
        Keyring keyring = keyringOf(limited(Optional.of(FROM), Optional.of(TO)));

        assertThat(verifyOn(today, keyring) instanceof Good).isEqualTo(valid);
    }

    @Test
    void namesTheLimitThatIsMissed() {
        Keyring keyring = keyringOf(limited(Optional.of(FROM), Optional.of(TO)));
        TrustedKey key = keyring.keys().get(0);

        assertThat(verifyOn(FROM.minusDays(1), keyring))
                .isEqualTo(new NotValid(
                        key,
                        "the key '" + key.fingerprint()
                                + "' of 'Jane Smith' has validAfter '2026-01-01', and today is '2025-12-31' (UTC)"));
        assertThat(verifyOn(TO, keyring))
                .isEqualTo(new NotValid(
                        key,
                        "the key '" + key.fingerprint()
                                + "' of 'Jane Smith' has validBefore '2027-01-01', and today is '2027-01-01' (UTC)"));
    }

    @Test
    void asksForTheStatementBeforeTheDay() {
        Keyring keyring = keyringOf(limited(Optional.empty(), Optional.of(FROM)));

        assertThat(keyring.verify(SampleStatement.statement("other"), Samples.signature("ed25519"), TO))
                .isInstanceOf(BadContent.class);
    }

    @Test
    void takesAKeyThatIsListedTwiceByTheLimitsThatHold() {
        Keyring keyring =
                keyringOf(limited(Optional.empty(), Optional.of(FROM)), limited(Optional.of(TO), Optional.empty()));

        assertThat(verifyOn(TO, keyring)).isEqualTo(new Good(keyring.keys().get(1)));
    }

    private static Verification verifyOn(LocalDate today, Keyring keyring) {
        return keyring.verify(SampleStatement.statement(), Samples.signature("ed25519"), today);
    }

    private static ApproverKey limited(Optional<LocalDate> validAfter, Optional<LocalDate> validBefore) {
        return new ApproverKey(new Mark(7, 13), Samples.parsed(Samples.line("ed25519")), validAfter, validBefore);
    }

    private static Keyring keyringOf(ApproverKey... keys) {
        return Keyring.of(List.of(new Approver("Jane Smith", Set.of(), List.of(keys))));
    }
}
