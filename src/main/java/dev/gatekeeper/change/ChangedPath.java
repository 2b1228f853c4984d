package dev.gatekeeper.change;

/**
 * One entry of a change: what three trees hold at a path.
 *
 * @param path where
 * @param before the entry of the merge base
 * @param after the entry of head; differs from {@code before}
 * @param onTarget the entry of the target's tip; equals {@code before} unless the target changed it since the merge base
 */
public record ChangedPath(RawPath path, Entry before, Entry after, Entry onTarget) {

    public ChangedPath {
        if (before.equals(after)) {
            throw new IllegalArgumentException(path + " is not changed");
        }
    }

    public Status status() {
        if (before.isAbsent()) {
            return Status.ADDED;
        }
        return after.isAbsent() ? Status.DELETED : Status.MODIFIED;
    }

    /** Whether the target holds the same already, so that merging this entry changes nothing there. */
    public boolean hasLanded() {
        return after.equals(onTarget);
    }

    /** Written out for speed, see {@link Entry#equals}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ChangedPath changed
                && path.equals(changed.path)
                && before.equals(changed.before)
                && after.equals(changed.after)
                && onTarget.equals(changed.onTarget);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + after.hashCode();
    }

    /** Whether the target changed the path since the merge base, to something else than the change did. */
    public boolean isChangedByTarget() {
        return !hasLanded() && !before.equals(onTarget);
    }
}
