package dev.gatekeeper.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Moments moments = new Moments(NOW);

    @Test
    void withoutAnyDateItIsNow() {
        assertThat(moments.reached()).isEqualTo(NOW);
        moments.pass(Instant.parse("2026-11-23T00:00:00Z"));
        moments.pass(Instant.MAX);
        assertThat(moments.reached()).isEqualTo(NOW);
    }

    @Test
    void noStepIsOlderThanWhatItCameAfter() {
        moments.pass(Instant.parse("2026-03-01T00:00:00Z"));
        moments.pass(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(moments.reached()).isEqualTo("2026-03-01T00:00:00Z");
        moments.pass(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(moments.reached()).isEqualTo("2026-03-02T00:00:00Z");
    }

    /** Clocks differ: what is of today counts, and no record is of a time to come. */
    @Test
    void laterTodayIsNow() {
        moments.pass(Instant.parse("2026-11-22T23:59:59Z"));
        assertThat(moments.reached()).isEqualTo(NOW);
    }
}
