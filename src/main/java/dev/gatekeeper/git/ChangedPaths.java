package dev.gatekeeper.git;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Status;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The changed paths, collected by a walk through the trees of merge base, head and target's tip.
 *
 * <p>A merge follows the renames of both sides, and so may carry content to another path than the one at which it is judged. Where that
 * can happen nothing is decided. There are four ways, here with {@code src/auth} as the place that nobody judged:
 *
 * <ul>
 *   <li>The change edits {@code lib/T}, and the target has moved {@code lib/T} to {@code src/auth/T}: the edit goes there.
 *   <li>The change adds {@code lib/U}, and the target has moved all of {@code lib} to {@code src/auth}: the new file goes there.
 *   <li>The change moves {@code lib/T} to {@code src/auth/T}, and the target has edited {@code lib/T}: the target's edit goes there.
 *   <li>The change moves all of {@code lib} to {@code src/auth}, and the target has added {@code lib/U}: the target's file goes there.
 * </ul>
 *
 * <p>The walk sees no renames. It sees what is gone, so a file or folder that was deleted counts as moved.
 */
final class ChangedPaths implements TreeDiff.Visitor {

    private static final int MERGE_BASE = 0;
    private static final int HEAD = 1;
    private static final int TARGET = 2;

    private final List<ChangedPath> paths = new ArrayList<>();
    private final List<Carried> carried = new ArrayList<>();
    private final GoneFolder onTarget = new GoneFolder(TARGET);
    private final GoneFolder inChange = new GoneFolder(HEAD);

    /**
     * A path whose content a merge may carry elsewhere.
     *
     * @param why what is the matter, with the target to be filled in
     */
    private record Carried(RawPath path, String why) {}

    /**
     * The outermost folder of the merge base that the walk was in last and that one side has no longer: {@code lib}, while the walk is
     * in {@code lib/inner} and that side has neither.
     */
    private static final class GoneFolder {
        private final int side;
        private Optional<RawPath> last = Optional.empty();

        GoneFolder(int side) {
            this.side = side;
        }

        void enter(TreeWalk walk) {
            if (walk.getRawMode(MERGE_BASE) != 0 && walk.getRawMode(side) == 0) {
                RawPath folder = TreeDiff.path(walk);
                if (!holds(folder)) {
                    last = Optional.of(folder);
                }
            }
        }

        /** git takes a folder for moved only when nothing is left of it, so the root never is. */
        boolean holds(RawPath path) {
            return last.isPresent() && path.isBelow(last.get());
        }
    }

    @Override
    public boolean matters(TreeWalk walk) {
        if (!TreeDiff.differs(walk, MERGE_BASE, HEAD)) {
            if (walk.getRawMode(HEAD) == 0 && inChange.holds(TreeDiff.path(walk))) {
                carried.add(new Carried(
                        TreeDiff.path(walk), "is new on '%s', but this change has moved or deleted its folder"));
            }
            return false;
        }
        if (walk.isSubtree()) {
            onTarget.enter(walk);
            inChange.enter(walk);
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
        if (isMovedByTarget(changed)) {
            carried.add(new Carried(changed.path(), "is changed, but '%s' has moved or deleted it or its folder"));
        } else if (changed.status() == Status.DELETED && changed.isChangedByTarget()) {
            carried.add(new Carried(changed.path(), "is deleted or moved, but '%s' has changed it"));
        }
    }

    private boolean isMovedByTarget(ChangedPath changed) {
        if (changed.hasLanded()) {
            return false;
        }
        return changed.status() == Status.ADDED
                ? onTarget.holds(changed.path())
                : changed.onTarget().isAbsent();
    }

    /**
     * The changed paths in the order of their bytes.
     *
     * @throws CannotDecideException when a merge may carry content to another path than it is judged at
     */
    List<ChangedPath> paths(Revisions revisions) {
        if (carried.isEmpty()) {
            return paths;
        }
        Carried first = carried.get(0);
        String more = carried.size() == 1 ? "" : " (and " + (carried.size() - 1) + " more)";
        String target = revisions.shownTarget();
        throw new CannotDecideException(
                UndecidedCode.TARGET_UNMERGED,
                "'" + first.path().display() + "'" + more + " " + first.why().replace("%s", target)
                        + " since the merge base.",
                "Merge the target into your branch: " + revisions.mergeCommand());
    }
}
