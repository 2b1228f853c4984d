package dev.gatekeeper.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutates a valid policy: whatever comes of it is read or refused with a problem, and never stalls or breaks the reader. */
class ReaderFuzzTest {

    private static final String[] BITS = {
        "[",
        "]",
        "{",
        "}",
        ":",
        "- ",
        "\n",
        "  ",
        "\t",
        "'",
        "\"",
        "\\",
        "*",
        "**",
        "&a",
        "!",
        "!!",
        "#",
        "|",
        ">",
        "%",
        "?",
        "~",
        "<<: ",
        "null",
        "\r",
        "\ufeff",
        "\u2028",
        "\u0000",
        "\ud83d\ude00",
        "---\n",
        "...\n",
        "\\ud800",
        "\\x00",
        "@",
        "RED",
        "-1",
        "999999999999"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 20_261_122})
    @DisplayName("never an exception, never a stall")
    void mutatedPolicies(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] original = Files.readAllBytes(Path.of("policy-examples/payments/policy.yaml"));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            int invalid = 0;
            for (int i = 0; i < 600; i++) {
                byte[] mutated = mutate(random, original);
                PolicyReading reading = PolicyReader.read(mutated, Origin.TARGET, "");
                if (reading instanceof PolicyReading.Invalid wrong) {
                    invalid++;
                    assertThat(wrong.problems())
                            .isNotEmpty()
                            .allSatisfy(problem -> assertThat(problem.text()).isNotBlank());
                }
            }
            assertThat(invalid).isPositive();
        });
    }

    private static byte[] mutate(SplittableRandom random, byte[] original) {
        byte[] bytes = original;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + random.nextInt(random.nextInt(3) == 0 ? 200 : 3));
            byte[] bit = random.nextInt(8) == 0
                    ? new byte[] {(byte) random.nextInt(256)}
                    : BITS[random.nextInt(BITS.length)]
                            .repeat(random.nextInt(20) == 0 ? 500 : 1)
                            .getBytes(UTF_8);
            byte[] next = Arrays.copyOf(bytes, at + bit.length + bytes.length - end);
            System.arraycopy(bit, 0, next, at, bit.length);
            System.arraycopy(bytes, end, next, at + bit.length, bytes.length - end);
            bytes = next;
        }
        return bytes;
    }
}
