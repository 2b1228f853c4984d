package dev.gatekeeper.git;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The state of the target that a change was made for: the newest of the target's first parents that head descends from.
 *
 * <p>That need not be the merge base. An example: a branch grows on top of another one, which then lands by a merge. The merge base is
 * the tip of that one now; while it had not landed, the target was what the merge's first parent is, and whoever looked at the upper
 * branch then saw both as one.
 */
final class TargetThen {

    private final ObjectReader reader;
    private final Ancestry ancestry;
    private final Revisions revisions;

    TargetThen(ObjectReader reader, Ancestry ancestry, Revisions revisions) {
        this.reader = reader;
        this.ancestry = ancestry;
        this.revisions = revisions;
    }

    /**
     * Its id.
     *
     * @param mergeBase the one merge base of target and head: what both descend from, it descends from too, or is it
     */
    ObjectId find(ObjectId mergeBase) throws IOException {
        ObjectId target = ObjectId.fromString(revisions.target());
        Set<ObjectId> since = new HashSet<>();
        for (RevCommit commit : ancestry.since(mergeBase, List.of(target))) {
            since.add(commit.copy());
        }
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            RevCommit first = walk.parseCommit(target);
            while (since.contains(first)) {
                if (first.getParentCount() == 0) {
                    throw new CannotDecideException(
                            UndecidedCode.TARGET_UNMERGED,
                            revisions.head() + " descends from none of the first parents of the target '"
                                    + revisions.shownTarget() + "'.",
                            "Merge the target into your branch: " + revisions.mergeCommand());
                }
                first = walk.parseCommit(first.getParent(0));
            }
            return first.copy();
        }
    }

    /** The paths at which the target's tip has something else than {@code then} had. */
    Set<RawPath> changedSince(ObjectId then, TreeDiff diff) throws IOException {
        Set<RawPath> changed = new HashSet<>();
        List<ObjectId> trees = List.of(ancestry.tree(then), ancestry.tree(ObjectId.fromString(revisions.target())));
        diff.walk(trees, new TreeDiff.Visitor() {
            @Override
            public boolean matters(TreeWalk walk) {
                return TreeDiff.differs(walk, 0, 1);
            }

            @Override
            public void entry(TreeWalk walk) {
                changed.add(TreeDiff.path(walk));
            }
        });
        return changed;
    }
}
