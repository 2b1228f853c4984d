package dev.gatekeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatekeeper.testing.RecordedYear;
import dev.gatekeeper.testing.RecordedYear.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A year of changes adds up to what each of them was made to be. */
class RecordedYearTest {

    private static final Truth NONE = new Truth();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void addsUpToTheTruth(long seed, @TempDir Path folder) throws IOException {
        RecordedYear year = RecordedYear.of(seed, 3_000);
        year.write(folder);
        RecordSummary summary = RecordFolder.read(folder, (records, bytes) -> {});
        Metrics metrics = summary.metrics();
        assertThat(summary.records()).isEqualTo(year.records().size());
        isTrue(metrics.all(), year.all());
        Map<String, Measure> weeks = new TreeMap<>();
        metrics.weeks().forEach((week, measure) -> weeks.put(week.toString(), measure));
        assertThat(weeks).hasSizeGreaterThan(53).containsKey("2026-W53").hasSameSizeAs(year.weeks());
        weeks.forEach((week, measure) -> isTrue(measure, year.weeks().getOrDefault(week, NONE)));
        assertThat(metrics.repositories()).hasSameSizeAs(year.repositories().keySet());
        metrics.repositories()
                .forEach(one -> isTrue(
                        one.measure(),
                        year.repositories().getOrDefault(one.repository().orElseThrow(), NONE)));
        metrics.leftOut()
                .forEach((why, count) -> assertThat(count)
                        .as(why.key())
                        .isEqualTo(year.leftOut().getOrDefault(why.key(), 0).longValue()));
    }

    private static void isTrue(Measure measure, Truth truth) {
        assertThat(measure.changes()).isEqualTo(truth.changes);
        assertThat(measure.blockedForIncompleteContract()).isEqualTo(truth.blocked);
        assertThat(measure.redEscalationCount()).isEqualTo(truth.escalated);
        assertThat(measure.redReviewsOpen()).isEqualTo(truth.open);
        assertThat(measure.medianRedReviewTimeHours().isPresent())
                .isEqualTo(truth.median().isPresent());
        assertThat(measure.medianRedReviewTimeHours().orElse(0))
                .isCloseTo(truth.median().orElse(0), within(1e-9));
    }
}
