package dev.gatekeeper.git;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The changed contracts and approvals, collected by a walk through the trees of a commit's first parent and its own. */
final class ContractFilesDiff implements TreeDiff.Visitor {

    private static final int PARENT = 0;
    private static final int OWN = 1;

    private final List<ChangedPath> paths = new ArrayList<>();

    @Override
    public boolean matters(TreeWalk walk) {
        if (!TreeDiff.differs(walk, PARENT, OWN)) {
            return false;
        }
        RawPath path = TreeDiff.path(walk);
        return (walk.isSubtree() && walk.getDepth() == 0)
                ? path.equals(Layout.FOLDER)
                : isOurs(path) || Layout.isContractOrApproval(path);
    }

    private static boolean isOurs(RawPath path) {
        return path.equals(Layout.CONTRACTS) || path.equals(Layout.APPROVALS);
    }

    @Override
    public void entry(TreeWalk walk) {
        Entry before = TreeDiff.entry(walk, PARENT);
        paths.add(new ChangedPath(TreeDiff.path(walk), before, TreeDiff.entry(walk, OWN), before));
    }

    List<ChangedPath> paths() {
        return paths;
    }
}
