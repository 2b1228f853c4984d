package dev.gatekeeper.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One figure of each round. */
record Series(List<Double> values) {

    private static final int RESAMPLES = 2_000;

    Series {
        values = List.copyOf(values);
    }

    /** The differences, round by round. */
    Series minus(Series other) {
        return new Series(IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) - other.values.get(round))
                .toList());
    }

    double median() {
        return quantile(values, 0.5);
    }

    /** The median, and in brackets the interval that holds it with 95 %. */
    String show() {
        return show(0, rounds -> resampled(rounds).median());
    }

    /** The ratio of the medians likewise. */
    String over(Series other) {
        return show(
                2,
                rounds -> resampled(rounds).median() / other.resampled(rounds).median());
    }

    private Series resampled(List<Integer> rounds) {
        return new Series(rounds.stream().map(values::get).toList());
    }

    /** By resampling whole rounds, so that what was measured together stays together. */
    private String show(int digits, ToDoubleFunction<List<Integer>> figure) {
        if (values.get(0).isNaN()) {
            return "-";
        }
        int size = values.size();
        SplittableRandom random = new SplittableRandom(1);
        List<Double> figures = IntStream.range(0, RESAMPLES)
                .mapToObj(resample ->
                        figure.applyAsDouble(random.ints(size, 0, size).boxed().toList()))
                .toList();
        double all = figure.applyAsDouble(IntStream.range(0, size).boxed().toList());
        if (!Double.isFinite(all) || figures.stream().anyMatch(each -> !Double.isFinite(each))) {
            // A multiple of what was too short to be counted.
            return "-";
        }
        String number = "%,." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " [" + number + ", " + number + "]",
                all,
                quantile(figures, 0.025),
                quantile(figures, 0.975));
    }

    private static double quantile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        double at = part * (sorted.size() - 1);
        double low = sorted.get((int) at);
        return low + (at - (int) at) * (sorted.get((int) Math.ceil(at)) - low);
    }
}
