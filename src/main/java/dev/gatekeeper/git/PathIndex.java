package dev.gatekeeper.git;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.RawPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The changed paths by name, with the folders that lead to them. */
final class PathIndex {

    private final Map<RawPath, ChangedPath> changed = new HashMap<>();
    private final Set<RawPath> folders = new HashSet<>();

    PathIndex(List<ChangedPath> paths) {
        for (ChangedPath path : paths) {
            changed.put(path.path(), path);
            Optional<RawPath> folder = path.path().parent();
            while (folder.isPresent() && folders.add(folder.get())) {
                folder = folder.get().parent();
            }
        }
    }

    /** What the change does to {@code path}, if anything. */
    Optional<ChangedPath> at(RawPath path) {
        return Optional.ofNullable(changed.get(path));
    }

    boolean holds(RawPath path) {
        return changed.containsKey(path);
    }

    /** Whether a changed path lies in {@code folder}. */
    boolean isBelow(RawPath folder) {
        return folders.contains(folder);
    }
}
