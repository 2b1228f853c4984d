package dev.gatekeeper.metrics;

import java.util.Comparator;

/**
 * Why a change was blocked first.
 *
 * @param at when
 */
record Blocked(long at, String trigger, String reason) implements Comparable<Blocked> {

    /** Of two at the same time one is taken that doesn't depend on which was read first. */
    private static final Comparator<Blocked> ORDER = Comparator.comparingLong(Blocked::at)
            .thenComparing(Blocked::trigger)
            .thenComparing(Blocked::reason);

    @Override
    public int compareTo(Blocked other) {
        return ORDER.compare(this, other);
    }
}
