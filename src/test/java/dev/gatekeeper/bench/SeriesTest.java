package dev.gatekeeper.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private final Series series = new Series(List.of(4.0, 2.0, 8.0, 6.0));

    @Test
    void theMedianOfAnEvenNumberLiesBetween() {
        assertThat(series.median()).isEqualTo(5);
    }

    @Test
    void differencesAreThoseOfARound() {
        assertThat(series.minus(new Series(List.of(1.0, 2.0, 3.0, 4.0))).values())
                .containsExactly(3.0, 0.0, 5.0, 2.0);
    }

    @Test
    void aRatioThatIsTheSameInEachRoundHasNoSpread() {
        Series twice =
                new Series(series.values().stream().map(value -> 2 * value).toList());
        assertThat(twice.over(series)).isEqualTo("2.00 [2.00, 2.00]");
    }

    @Test
    void theIntervalLiesWithinTheValues() {
        assertThat(series.show()).isEqualTo("5 [2, 8]");
    }

    @Test
    void whatNoMachineTellsIsNotShown() {
        assertThat(new Series(List.of(Double.NaN, Double.NaN)).show()).isEqualTo("-");
    }

    @Test
    void isNoMultipleOfWhatWasTooShortToBeCounted() {
        Series counted = new Series(List.of(10.0, 20.0, 30.0));
        assertThat(counted.over(new Series(List.of(0.0, 0.0, 10.0)))).isEqualTo("-");
        assertThat(counted.over(new Series(List.of(10.0, 10.0, 10.0)))).startsWith("2.00 [");
    }
}
