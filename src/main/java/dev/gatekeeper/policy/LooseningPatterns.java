package dev.gatekeeper.policy;

import dev.gatekeeper.policy.PathPattern.Place;
import java.util.BitSet;
import java.util.List;

/**
 * A list of patterns that loosens something for the paths that it matches, in the meaning that the patterns of a GREEN rule have: each
 * matches as written, and what lies below a folder only where it ends in {@code /} or {@code /**}; the last one that matches decides;
 * one with {@code !} takes back loosely.
 */
final class LooseningPatterns {

    private final List<PathPattern> patterns;

    /** The numbers of the patterns that match a folder above and speak of what lies below it. */
    private final BitSet matchingAbove = new BitSet();

    private LooseningPatterns(List<PathPattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Which parts of {@code path} the patterns match, each as the folder or the entry that the way from the root to it leads to: of
     * {@code vendor/a/b} and the pattern {@code /vendor/} those numbered 0, 1 and 2. Each is looked at once, however many there are.
     */
    static BitSet matchedParts(List<PathPattern> patterns, String path) {
        LooseningPatterns matcher = new LooseningPatterns(patterns);
        BitSet matched = new BitSet();
        if (patterns.isEmpty()) {
            return matched;
        }
        int part = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            Place folder = Place.file(path.substring(0, slash)).asFolder();
            matched.set(part, matcher.match(folder));
            matcher.goInto(folder);
            part++;
        }
        matched.set(part, matcher.match(Place.file(path)));
        return matched;
    }

    private boolean match(Place place) {
        for (int i = patterns.size() - 1; i >= 0; i--) {
            if (matchingAbove.get(i) || matches(patterns.get(i), place)) {
                return !patterns.get(i).takesBack();
            }
        }
        return false;
    }

    private void goInto(Place folder) {
        for (int i = matchingAbove.nextClearBit(0); i < patterns.size(); i = matchingAbove.nextClearBit(i + 1)) {
            PathPattern pattern = patterns.get(i);
            if ((pattern.takesBack() || pattern.reachesBelow()) && matches(pattern, folder)) {
                matchingAbove.set(i);
            }
        }
    }

    private static boolean matches(PathPattern pattern, Place place) {
        return pattern.takesBack() ? pattern.matchesLoosely(place) : pattern.matchesExactly(place);
    }
}
