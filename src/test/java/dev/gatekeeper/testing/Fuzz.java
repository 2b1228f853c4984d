package dev.gatekeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Gives a reader inputs that no one wrote: each ends in a result, soon, and in the same one when it is read again; not all in one kind of it.
 *
 * <p>Without a property the inputs are the same few in every run. {@code -Dfuzz.seconds=600} goes on for ten minutes with new ones, and
 * {@code -Dfuzz.seed=7} reads the one of seed 7 again.
 */
public final class Fuzz {

    /** Tells a hang from a busy machine: an input takes milliseconds. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Function<Long, byte[]> inputs;
    private final Function<byte[], Object> reader;
    private final Set<Class<?>> results = new HashSet<>();

    private Fuzz(Function<Long, byte[]> inputs, Function<byte[], Object> reader) {
        this.inputs = inputs;
        this.reader = reader;
    }

    /**
     * Reads the input of each seed.
     *
     * @param rounds how many, where no property says how long
     * @param inputs the input of a seed
     * @param reader its result has {@code equals}; whatever it throws is a failure
     */
    public static void read(int rounds, Function<Long, byte[]> inputs, Function<byte[], Object> reader) {
        Fuzz fuzz = new Fuzz(inputs, reader);
        Long seed = Long.getLong("fuzz.seed");
        Long seconds = Long.getLong("fuzz.seconds");
        if (seed != null) {
            fuzz.read(seed);
            return;
        }
        if (seconds != null) {
            fuzz.readFor(Duration.ofSeconds(seconds));
        } else {
            LongStream.range(0, rounds).forEach(fuzz::read);
        }
        assertThat(fuzz.results).as("kinds of results").hasSizeGreaterThan(1);
    }

    private void readFor(Duration time) {
        long first = System.currentTimeMillis() * 1_000_000;
        long start = System.nanoTime();
        long seed = first;
        while (System.nanoTime() - start < time.toNanos()) {
            read(seed);
            seed++;
        }
        System.out.println("Read " + (seed - first) + " inputs, from seed " + first + ", as " + results);
    }

    private void read(long seed) {
        byte[] input = inputs.apply(seed);
        try {
            Object result = assertTimeoutPreemptively(LIMIT, () -> reader.apply(input.clone()));
            assertThat(reader.apply(input)).isEqualTo(result);
            results.add(result.getClass());
        } catch (Exception | Error e) {
            throw new AssertionError(
                    "Read it again: -Dfuzz.seed=" + seed + "; in Base64 it is "
                            + Base64.getEncoder().encodeToString(input),
                    e);
        }
    }
}
