package dev.gatekeeper.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.ssh.Proven.Good;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every damage to a signature refuses it. */
class DamagedSignatureTest {

    private static final List<SshPublicKey> KEYS = Samples.allKeys();

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "security-key", "security-key-ecdsa", "ecdsa256"})
    void refusesEveryFlippedBitOfTheBlob(String name) {
        byte[] blob = Forge.opened(Samples.signature(name));
        for (int bit = 0; bit < 8 * blob.length; bit++) {
            assertRefused(Forge.armored(flipped(blob, bit)), "bit " + bit);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"rsa3072-sha256,1", "rsa4096,2", "rsa-sha2-256,3", "ecdsa384-sha256,4", "ecdsa521,5", "rsa2048,6"})
    void refusesAFlippedBitInEveryByteOfTheBlob(String name, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] blob = Forge.opened(Samples.signature(name));
        for (int at = 0; at < blob.length; at++) {
            int bit = 8 * at + random.nextInt(8);
            assertRefused(Forge.armored(flipped(blob, bit)), "bit " + bit);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatekeeper.ssh.Samples#names")
    void refusesEveryTruncationOfTheBlob(String name) {
        byte[] blob = Forge.opened(Samples.signature(name));
        for (int length = 0; length < blob.length; length++) {
            assertRefused(Forge.armored(Arrays.copyOf(blob, length)), length + " bytes");
            assertRefused(Forge.armored(Arrays.copyOfRange(blob, blob.length - length, blob.length)), "from the end");
        }
    }

    @Test
    void refusesEveryFlippedBitOfTheFile() {
        byte[] file = Samples.signature("ed25519");
        for (int bit = 0; bit < 8 * file.length; bit++) {
            assertRefused(flipped(file, bit), "bit " + bit);
        }
    }

    @Test
    void refusesEveryTruncationOfTheFileButThatOfItsLastLineEnd() {
        byte[] file = Samples.signature("ed25519");
        for (int length = 0; length < file.length - 1; length++) {
            assertRefused(Arrays.copyOf(file, length), length + " bytes");
        }
        assertThat(Samples.verify(KEYS, Arrays.copyOf(file, file.length - 1))).isInstanceOf(Good.class);
    }

    @Test
    void refusesEveryByteTakenOutOrPutIn() {
        byte[] blob = Forge.opened(Samples.signature("ecdsa256"));
        for (int at = 0; at < blob.length; at++) {
            Wire shorter = new Wire().raw(Arrays.copyOf(blob, at)).raw(Arrays.copyOfRange(blob, at + 1, blob.length));
            Wire longer = new Wire()
                    .raw(Arrays.copyOf(blob, at))
                    .raw((byte) 0)
                    .raw(Arrays.copyOfRange(blob, at, blob.length));
            assertRefused(Forge.armored(shorter.bytes()), "without byte " + at);
            assertRefused(Forge.armored(longer.bytes()), "zero before byte " + at);
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private static void assertRefused(byte[] file, String damage) {
        assertThat(Samples.verify(KEYS, file)).as(damage).isNotInstanceOf(Good.class);
    }
}
