package dev.gatekeeper.git;

import dev.gatekeeper.change.CannotDecideException;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The changed paths, collected by a walk through the trees of merge base, head and target's tip.
 *
 * <p>Paths that would land elsewhere are refused: git follows renames when it merges, so that what is judged as {@code lib/T} becomes
 * {@code src/auth/T} when the target has moved the file, or its folder, meanwhile.
 */
final class ChangedPaths implements TreeDiff.Visitor {

    private static final int MERGE_BASE = 0;
    private static final int HEAD = 1;
    private static final int TARGET = 2;

    private final List<ChangedPath> paths = new ArrayList<>();
    private final List<RawPath> moved = new ArrayList<>();
    /** The outermost folder of the merge base that the walk was in last and that the target has no longer. */
    private Optional<RawPath> goneFolder = Optional.empty();

    @Override
    public boolean matters(TreeWalk walk) {
        if (!TreeDiff.differs(walk, MERGE_BASE, HEAD)) {
            return false;
        }
        if (walk.isSubtree() && walk.getRawMode(MERGE_BASE) != 0 && walk.getRawMode(TARGET) == 0) {
            RawPath folder = TreeDiff.path(walk);
            if (goneFolder.isEmpty() || !folder.isBelow(goneFolder.get())) {
                goneFolder = Optional.of(folder);
            }
        }
        return true;
    }

    @Override
    public void entry(TreeWalk walk) {
        Entry before = TreeDiff.entry(walk, MERGE_BASE);
        boolean untouched = !TreeDiff.differs(walk, MERGE_BASE, TARGET);
        ChangedPath changed = new ChangedPath(
                TreeDiff.path(walk),
                before,
                TreeDiff.entry(walk, HEAD),
                untouched ? before : TreeDiff.entry(walk, TARGET));
        paths.add(changed);
        if (!changed.hasLanded() && mayLandElsewhere(changed)) {
            moved.add(changed.path());
        }
    }

    private boolean mayLandElsewhere(ChangedPath changed) {
        if (changed.status() != Status.ADDED) {
            return changed.onTarget().isAbsent();
        }
        // git takes a folder for moved only when nothing is left of it, so the root never is.
        return goneFolder.isPresent() && changed.path().isBelow(goneFolder.get());
    }

    /**
     * The changed paths in the order of their bytes.
     *
     * @throws CannotDecideException when one of them would land elsewhere
     */
    List<ChangedPath> paths(Revisions revisions) {
        if (moved.isEmpty()) {
            return paths;
        }
        String more = moved.size() == 1 ? "" : " (and " + (moved.size() - 1) + " more)";
        String target = revisions.targetRef().orElse(revisions.target());
        throw new CannotDecideException(
                "'" + moved.get(0).display() + "'" + more + " is changed, but '" + target
                        + "' has moved or deleted it or its folder since the merge base.",
                "Merge the target into your branch: git merge " + Shell.quote(target));
    }
}
