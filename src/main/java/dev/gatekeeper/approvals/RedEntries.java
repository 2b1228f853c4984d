package dev.gatekeeper.approvals;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.RawPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How what somebody approved differs from what there is now. */
public final class RedEntries {

    private RedEntries() {}

    /** The paths whose entries aren't the same before and after the change, those of {@code now} first; none where all are. */
    public static List<String> differing(List<ChangedPath> then, List<ChangedPath> now) {
        Map<RawPath, ChangedPath> before = byPath(then);
        Map<RawPath, ChangedPath> after = byPath(now);
        Set<RawPath> paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        List<String> differing = new ArrayList<>();
        for (RawPath path : paths) {
            Optional<ChangedPath> one = Optional.ofNullable(before.get(path));
            Optional<ChangedPath> other = Optional.ofNullable(after.get(path));
            if (!one.map(ChangedPath::after).equals(other.map(ChangedPath::after))) {
                differing.add(path.display());
            } else if (!one.map(ChangedPath::before).equals(other.map(ChangedPath::before))) {
                differing.add(path.display() + " (on the target)");
            }
        }
        return differing;
    }

    private static Map<RawPath, ChangedPath> byPath(List<ChangedPath> entries) {
        Map<RawPath, ChangedPath> paths = new LinkedHashMap<>();
        for (ChangedPath path : entries) {
            paths.put(path.path(), path);
        }
        return paths;
    }
}
