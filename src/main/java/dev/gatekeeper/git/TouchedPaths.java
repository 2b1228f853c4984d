package dev.gatekeeper.git;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * What one commit touched: what differs from all its parents or, where it has none, all that it holds. A merge has touched what would
 * not have come out of it by itself, though one of its parents holds the same.
 *
 * <p>An example: since the two parents of a merge parted, {@code main} has fixed {@code A}, and the branch has changed {@code B}. By
 * itself the merge has {@code main}'s {@code A} and the branch's {@code B}, and has touched neither. If it has the branch's old
 * {@code A}, it has touched {@code A}: whoever made it has undone the fix, as much as if they had typed the old text. If both sides
 * have changed {@code A}, what a three-way merge of the two gives came out by itself. Whatever else it has was somebody's choice, though
 * it be one of the two states, and it has touched {@code A}.
 *
 * <p>The trees of the walk are the parents', the commit's own, and those of the parents' merge bases where these are known.
 */
final class TouchedPaths implements TreeDiff.Visitor {

    private final PathIndex asked;
    private final boolean workToo;
    private final int own;
    private final TextMerge textMerge;
    private final Set<RawPath> paths = new HashSet<>();
    private final Set<RawPath> made = new HashSet<>();
    private final Set<RawPath> joined = new HashSet<>();
    private final Set<RawPath> carried = new HashSet<>();
    private final List<ChangedPath> asOnTarget = new ArrayList<>();
    private boolean ownFilesOnly;

    /**
     * @param asked the changed paths that matter
     * @param workToo whether it matters, too, if it touched nothing but contracts and approvals, in the change or not
     * @param parents how many trees the commit's own is held against
     */
    TouchedPaths(PathIndex asked, boolean workToo, int parents, TextMerge textMerge) {
        this.asked = asked;
        this.workToo = workToo;
        this.ownFilesOnly = workToo;
        this.own = parents;
        this.textMerge = textMerge;
    }

    @Override
    public boolean matters(TreeWalk walk) {
        int same = sameAs(walk);
        if (same == own || isOfOneSide(walk)) {
            return false;
        }
        if (same == 0 && ownFilesOnly) {
            return true;
        }
        RawPath path = TreeDiff.path(walk);
        return walk.isSubtree() ? asked.isBelow(path) : asked.holds(path);
    }

    /** How many parents hold the same. */
    private int sameAs(TreeWalk walk) {
        int same = 0;
        for (int parent = 0; parent < own; parent++) {
            same += TreeDiff.differs(walk, parent, own) ? 0 : 1;
        }
        return same;
    }

    @Override
    public void entry(TreeWalk walk) throws IOException {
        RawPath path = TreeDiff.path(walk);
        Optional<ChangedPath> known = asked.at(path);
        Entry entry = TreeDiff.entry(walk, own);
        if (isOfBothTexts(walk)) {
            if (known.isPresent() && TreeDiff.isSame(entry, known.get().after())) {
                joined.add(path);
            }
            return;
        }
        ownFilesOnly &= Layout.isContractOrApproval(path);
        if (known.isPresent()) {
            paths.add(path);
            if (mayBeCarried(walk)) {
                carried.add(path);
            }
            if (TreeDiff.isSame(entry, known.get().after())) {
                made.add(path);
            } else if (TreeDiff.isSame(entry, known.get().onTarget())) {
                asOnTarget.add(known.get());
            }
        }
    }

    /** Whether it is the one parent's state, and the other has what all the parents' merge bases have: a merge gives that by itself. */
    private boolean isOfOneSide(TreeWalk walk) {
        return walk.getTreeCount() > own + 1
                && ((isAsInBases(walk, 0) && !TreeDiff.differs(walk, 1, own))
                        || (isAsInBases(walk, 1) && !TreeDiff.differs(walk, 0, own)));
    }

    private boolean isAsInBases(TreeWalk walk, int parent) {
        for (int base = own + 1; base < walk.getTreeCount(); base++) {
            if (TreeDiff.differs(walk, parent, base)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is what a merge of the texts of both parents gives. */
    private boolean isOfBothTexts(TreeWalk walk) throws IOException {
        return walk.getTreeCount() == own + 2
                && textMerge.gives(
                        TreeDiff.entry(walk, own + 1),
                        TreeDiff.entry(walk, 0),
                        TreeDiff.entry(walk, 1),
                        TreeDiff.entry(walk, own));
    }

    /**
     * Whether a merge has something else than the one parent that has a file of this name: where that side has moved the file here, git
     * follows it with what the other side did to it elsewhere.
     */
    private boolean mayBeCarried(TreeWalk walk) {
        boolean isMerge = own == 2 && walk.getRawMode(own) != 0;
        for (int base = own + 1; base < walk.getTreeCount(); base++) {
            isMerge &= walk.getRawMode(base) == 0;
        }
        return isMerge && (walk.getRawMode(0) == 0) != (walk.getRawMode(1) == 0);
    }

    /** Whether nothing that matters is other than in every parent. */
    boolean isNothing() {
        return paths.isEmpty() && joined.isEmpty() && ownFilesOnly == workToo;
    }

    /** The paths asked for among those that it touched. */
    Set<RawPath> paths() {
        return paths;
    }

    /** Those of {@link #paths} that head has as this commit left them: of two commits that write one file, only the later made it. */
    Set<RawPath> made() {
        return made;
    }

    /** Not of {@link #paths}, those asked for in which a merge of texts gave by itself what head has. */
    Set<RawPath> joined() {
        return joined;
    }

    /** Those of {@link #paths} to which a merge may have carried what other commits of the change did elsewhere. */
    Set<RawPath> carried() {
        return carried;
    }

    /** Of {@link #paths} what the target's tip has as this commit left it, and head has not. */
    List<ChangedPath> asOnTarget() {
        return asOnTarget;
    }

    /** Whether all that it touched, in the change or not, are contracts and approvals; false where that isn't asked. */
    boolean ownFilesOnly() {
        return ownFilesOnly;
    }
}
