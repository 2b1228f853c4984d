package dev.gatekeeper.policy;

import dev.gatekeeper.policy.PathPattern.Place;
import java.util.List;

/**
 * A list of patterns that loosens something for the paths that it matches, in the meaning that the patterns of a GREEN rule have: each
 * matches as written, and what lies below a folder only where it ends in {@code /} or {@code /**}; the last one that matches decides;
 * one with {@code !} takes back loosely.
 */
final class LooseningPatterns {

    private LooseningPatterns() {}

    static boolean match(List<PathPattern> patterns, String path, boolean isFolder) {
        for (int i = patterns.size() - 1; i >= 0; i--) {
            PathPattern pattern = patterns.get(i);
            if (matches(pattern, place(path, isFolder)) || matchesFolderAbove(pattern, path)) {
                return !pattern.takesBack();
            }
        }
        return false;
    }

    private static boolean matchesFolderAbove(PathPattern pattern, String path) {
        if (!pattern.takesBack() && !pattern.reachesBelow()) {
            return false;
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (matches(pattern, place(path.substring(0, slash), true))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(PathPattern pattern, Place place) {
        return pattern.takesBack() ? pattern.matchesLoosely(place) : pattern.matchesExactly(place);
    }

    private static Place place(String path, boolean isFolder) {
        Place file = Place.file(path);
        return isFolder ? file.asFolder() : file;
    }
}
