package dev.gatekeeper.report;

import java.util.List;

/**
 * A list of which only the start is shown.
 *
 * @param shown at most 50
 * @param left the others
 */
record Capped<T>(List<T> shown, List<T> left) {

    private static final int MOST = 50;

    Capped {
        shown = List.copyOf(shown);
        left = List.copyOf(left);
    }

    static <T> Capped<T> of(List<T> all) {
        int shown = Math.min(MOST, all.size());
        return new Capped<>(all.subList(0, shown), all.subList(shown, all.size()));
    }
}
