package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatekeeper.approval.Keyring;
import dev.gatekeeper.approval.Statement;
import dev.gatekeeper.approval.Verification;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.ApproverKey;
import dev.gatekeeper.yaml.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The statement that the signatures among the test data are over, those signatures, and what it takes to judge them. */
public final class Samples {

    /** The names of the files; made with throw-away keys by OpenSSH 9.2, the last two by {@link Signer}. */
    public static final List<String> NAMES = List.of(
            "ed25519",
            "rsa2048",
            "rsa3072-sha256",
            "rsa4096",
            "ecdsa256",
            "ecdsa384-sha256",
            "ecdsa521",
            "rsa-sha2-256",
            "security-key");

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final String SHA256 = "9c0de20a".repeat(8);

    private Samples() {}

    public static Stream<String> names() {
        return NAMES.stream();
    }

    public static Statement statement() {
        return statement("acme/shop");
    }

    public static Statement statement(String repository) {
        Entry old = new Entry(0100644, "795ea431".repeat(5));
        Entry changed = new Entry(0100755, "ba218928".repeat(5));
        return new Statement(
                repository,
                "refs/heads/main",
                "rotate-tokens",
                SHA256,
                List.of(
                        path("src/auth/\u00dcber T.java", old, changed),
                        path("src/auth/Gone.java", old, Entry.ABSENT),
                        path("src/auth/N.java", Entry.ABSENT, changed)));
    }

    public static ChangedPath path(String path, Entry before, Entry after) {
        return new ChangedPath(RawPath.of(path), before, after, before);
    }

    public static byte[] file(String name) {
        try (InputStream stream = Objects.requireNonNull(Samples.class.getResourceAsStream("/approval/" + name))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static String line(String name) {
        return new String(file(name + ".pub"), UTF_8).strip();
    }

    public static byte[] signature(String name) {
        return file(name + ".sig");
    }

    public static ApproverKey key(String line) {
        return new ApproverKey(new Mark(7, 13), parsed(line), Optional.empty(), Optional.empty());
    }

    /** The key of a line that can approve. */
    public static SshPublicKey parsed(String line) {
        try {
            return SshPublicKey.ofLine(line);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    public static Approver approver(String name, String... lines) {
        return new Approver(name, Set.of(), Stream.of(lines).map(Samples::key).toList());
    }

    public static Keyring keyring(String... lines) {
        return Keyring.of(List.of(approver("Jane Smith", lines)));
    }

    public static Keyring keyringOfAll() {
        List<Approver> approvers = new ArrayList<>();
        NAMES.forEach(name -> approvers.add(approver(name, line(name))));
        return Keyring.of(approvers);
    }

    public static Verification verify(Keyring keyring, byte[] file) {
        return keyring.verify(statement(), file, TODAY);
    }

    /** Why {@code blob} is no key that can approve. */
    public static String problemOf(byte[] blob) {
        return catchThrowableOfType(MalformedException.class, () -> SshPublicKey.ofBlob(blob))
                .problem();
    }

    /** Why {@code line} is no key that can approve. */
    public static String problemOf(String line) {
        return catchThrowableOfType(MalformedException.class, () -> SshPublicKey.ofLine(line))
                .problem();
    }
}
