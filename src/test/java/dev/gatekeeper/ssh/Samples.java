package dev.gatekeeper.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The statement that the signatures among the test data are over, those signatures, and the keys that made them. */
public final class Samples {

    /** The names of the files; made with throw-away keys by OpenSSH 9.2, the last three by {@link Signer}. */
    public static final List<String> NAMES = List.of(
            "ed25519",
            "rsa2048",
            "rsa3072-sha256",
            "rsa4096",
            "ecdsa256",
            "ecdsa384-sha256",
            "ecdsa521",
            "rsa-sha2-256",
            "security-key",
            "security-key-ecdsa");

    /** The statement that all of them are over. */
    public static final byte[] STATEMENT = file("statement.txt");

    private Samples() {}

    public static Stream<String> names() {
        return NAMES.stream();
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

    /** The key of a line that can approve. */
    public static SshPublicKey parsed(String line) {
        try {
            return SshPublicKey.ofLine(line);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    static List<SshPublicKey> keys(String... lines) {
        return Stream.of(lines).map(Samples::parsed).toList();
    }

    static List<SshPublicKey> allKeys() {
        return NAMES.stream().map(name -> parsed(line(name))).toList();
    }

    /** What {@code file} proves about the statement. */
    static Proven verify(List<SshPublicKey> trusted, byte[] file) {
        return Proven.by(trusted, STATEMENT, file);
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
