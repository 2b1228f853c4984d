package dev.gatekeeper.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the rounds gave, by the names of the runs.
 *
 * @param figures what each run gave, one a round
 * @param processors the processors' time that it took, in milliseconds
 */
record Samples(Map<String, List<Double>> figures, Map<String, List<Double>> processors) {

    /** The figures of a run. */
    Series of(String name) {
        return new Series(Objects.requireNonNull(figures.get(name), name));
    }

    /** The processors' time of a run. */
    Series processors(String name) {
        return new Series(Objects.requireNonNull(processors.get(name), name));
    }
}
