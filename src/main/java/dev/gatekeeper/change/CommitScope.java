package dev.gatekeeper.change;

import java.util.HashSet;
import java.util.Set;

/**
 * What is asked of a change's commits. A change can hold hundreds, of thousands of paths, and mostly a few of these matter.
 *
 * @param paths the changed paths of which it matters who touched them
 * @param workToo whether it matters, too, which commits touched nothing but contracts and approvals
 */
public record CommitScope(Set<RawPath> paths, boolean workToo) {

    public CommitScope {
        paths = Set.copyOf(paths);
    }

    /** All that can be asked. */
    public static CommitScope whole(Change change) {
        Set<RawPath> paths = new HashSet<>();
        for (ChangedPath changed : change.paths()) {
            paths.add(changed.path());
        }
        return new CommitScope(paths, true);
    }
}
