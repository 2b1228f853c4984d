package dev.gatekeeper.change;

import dev.gatekeeper.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that differs between merge base and head.
 *
 * @param mergeBase the one commit that target and head both come from
 * @param paths the changed paths, in the order of their bytes
 * @param collisions for each added path that equals another path of head when folded (see {@link Folding}), that other path
 */
public record Change(String mergeBase, List<ChangedPath> paths, Map<RawPath, RawPath> collisions) {

    public Change {
        paths = List.copyOf(paths);
        collisions = Map.copyOf(collisions);
    }

    /** Whether merging it changes nothing on the target: it has no changed path, or all of them have landed. */
    public boolean isEmpty() {
        for (ChangedPath changed : paths) {
            if (!changed.hasLanded()) {
                return false;
            }
        }
        return true;
    }

    /** What the change does to {@code path}, if anything. */
    public Optional<ChangedPath> at(RawPath path) {
        for (ChangedPath changed : paths) {
            if (changed.path().equals(path)) {
                return Optional.of(changed);
            }
        }
        return Optional.empty();
    }
}
