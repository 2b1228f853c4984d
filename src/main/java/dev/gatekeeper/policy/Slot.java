package dev.gatekeeper.policy;

/**
 * A pattern at work in its rule.
 *
 * @param pattern the pattern
 * @param raises whether what it matches gets a higher level than without it
 */
record Slot(PathPattern pattern, boolean raises) {

    boolean matches(Place place) {
        return raises ? pattern.matchesLoosely(place) : pattern.matchesExactly(place);
    }

    /** Whether it also matches all that lies below a folder that it matches. */
    boolean spreads() {
        return raises || pattern.reachesBelow();
    }
}
