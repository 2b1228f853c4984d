package dev.gatekeeper.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.ssh.Proven.Good;
import dev.gatekeeper.ssh.Proven.UnknownKey;
import dev.gatekeeper.testing.Fuzz;
import dev.gatekeeper.testing.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, the readers give an answer, and it is no approval. */
class SignatureFuzzTest {

    private static final int ROUNDS = 3000;
    private static final List<SshPublicKey> KEYS = Samples.allKeys();
    private static final List<byte[]> BLOBS = Samples.NAMES.stream()
            .map(name -> Forge.opened(Samples.signature(name)))
            .toList();

    /** What armour, Base64 and SSH's values are made of, and counts that promise too much. */
    private static final List<String> BITS = List.of(
            "-----BEGIN SSH SIGNATURE-----",
            "-----END SSH SIGNATURE-----",
            "\n",
            "\r\n",
            "=",
            "==",
            "AAAA",
            "////",
            "-",
            " ",
            "\t",
            "SSHSIG",
            "gatekeeper",
            "file",
            "sha256",
            "sha512",
            "sha1",
            "ssh-ed25519",
            "ssh-rsa",
            "rsa-sha2-512",
            "nistp256",
            "ecdsa-sha2-nistp521",
            "sk-ssh-ed25519@openssh.com",
            "sk-ecdsa-sha2-nistp256@openssh.com",
            "webauthn-",
            "ssh:",
            "\0\0\0\0",
            "\0\0\0\1",
            "\0\0\0\40",
            "\0\0\1\0",
            "\0\0\177\177",
            "\177\177\177\177",
            "\u00ff\u00ff\u00ff\u00ff",
            "\u0000".repeat(64),
            "\ufeff",
            "\u2028");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void neverTakesARandomFile(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = random.nextBoolean()
                    ? mutated(random, Samples.signature(any(random, Samples.NAMES)))
                    : bytes(random, random.nextInt(400));
            assertThat(Samples.verify(KEYS, file))
                    .as("round %d: %s", round, Base64.getEncoder().encodeToString(file))
                    .isNotInstanceOf(Good.class);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void neverTakesARandomBlob(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> blobs = Samples.NAMES.stream()
                .map(name -> Forge.opened(Samples.signature(name)))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] blob = mutated(random, any(random, blobs));
            assertThat(Samples.verify(KEYS, Forge.armored(blob)))
                    .as("round %d: %s", round, Base64.getEncoder().encodeToString(blob))
                    .isNotInstanceOf(Good.class);
        }
    }

    /** A key that differs from the listed one is another key, or none. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void neverTakesARandomKeyForAListedOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = Samples.NAMES.stream().map(Samples::line).toList();
        for (int round = 0; round < ROUNDS; round++) {
            String[] words = any(random, lines).split(" ", -1);
            byte[] blob = mutated(random, Base64.getDecoder().decode(words[1]));
            String line = Signer.line(words[0], blob);
            if (read(line) instanceof SshPublicKey) {
                assertThat(Samples.verify(Samples.keys(line), Samples.signature("ed25519")))
                        .as("round %d", round)
                        .isInstanceOf(UnknownKey.class);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41})
    void saysWhatIsTheMatterWithARandomLine(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] line = random.nextBoolean()
                    ? bytes(random, random.nextInt(200))
                    : ("ssh-ed25519 " + Base64.getEncoder().encodeToString(bytes(random, random.nextInt(60))))
                            .getBytes(StandardCharsets.UTF_8);

            assertThat(read(new String(line, StandardCharsets.UTF_8)))
                    .asInstanceOf(InstanceOfAssertFactories.STRING)
                    .startsWith("the key");
        }
    }

    @Test
    void readsAnyFile() {
        List<byte[]> files = Samples.NAMES.stream().map(Samples::signature).toList();

        Fuzz.read(1000, new Mutations(files, BITS)::of, SignatureFuzzTest::verify);
    }

    @Test
    void readsAnyBlob() {
        Mutations mutations = new Mutations(BLOBS, BITS);

        Fuzz.read(1000, seed -> Forge.armored(mutations.of(seed)), SignatureFuzzTest::verify);
    }

    @Test
    void readsAnyKey() {
        List<byte[]> lines = Samples.NAMES.stream()
                .map(name -> Samples.line(name).getBytes(StandardCharsets.UTF_8))
                .toList();

        Fuzz.read(1000, new Mutations(lines, BITS)::of, bytes -> read(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** The key, or what is the matter with the line. */
    private static Object read(String line) {
        try {
            return SshPublicKey.ofLine(line);
        } catch (MalformedException e) {
            return e.problem();
        }
    }

    /** Only what holds a sample unchanged is a signature of the samples' statement. */
    private static Proven verify(byte[] file) {
        Proven verification = Samples.verify(KEYS, file);
        if (verification instanceof Good) {
            assertThat(BLOBS).contains(Forge.opened(file));
        }
        return verification;
    }

    /** Other bytes of the same descent: a few of them replaced, taken out, put in or repeated. */
    private static byte[] mutated(SplittableRandom random, byte[] original) {
        byte[] bytes = original;
        do {
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                int from = random.nextInt(bytes.length + 1);
                int to = Math.min(bytes.length, from + random.nextInt(8));
                byte[] between = random.nextBoolean()
                        ? bytes(random, random.nextInt(8))
                        : Arrays.copyOfRange(original, 0, random.nextInt(Math.min(8, original.length)));
                bytes = new Wire()
                        .raw(Arrays.copyOf(bytes, from))
                        .raw(between)
                        .raw(Arrays.copyOfRange(bytes, to, bytes.length))
                        .bytes();
            }
        } while (isSame(bytes, original));
        return bytes;
    }

    /** A file without its last line end is the same signature. */
    private static boolean isSame(byte[] bytes, byte[] original) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .strip()
                .equals(new String(original, StandardCharsets.ISO_8859_1).strip());
    }

    private static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static <T> T any(SplittableRandom random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
