package dev.gatekeeper.metrics;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * A week as ISO 8601 counts them: it begins on a Monday, and belongs to the year of its Thursday.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) implements Comparable<Week> {

    static Week of(LocalDate day) {
        return new Week(day.minusDays(day.getDayOfWeek().getValue() - 1L));
    }

    public Week next() {
        return new Week(monday.plusWeeks(1));
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }

    /** Such as {@code 2026-W47}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
