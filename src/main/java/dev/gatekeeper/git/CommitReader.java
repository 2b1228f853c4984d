package dev.gatekeeper.git;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The reading of a change's single commits: who made them, and which of the changed paths they touched. */
final class CommitReader {

    private final ObjectReader reader;
    private final Ancestry ancestry;
    private final TreeDiff diff;
    private final String target;
    private final Map<RawPath, ChangedPath> changed = new HashMap<>();
    private final Set<RawPath> folders = new HashSet<>();
    private final ObjectChecker checker = new ObjectChecker().setAllowInvalidPersonIdent(true);

    /** @param target the target in the form that git commands take */
    CommitReader(ObjectReader reader, TreeDiff diff, List<ChangedPath> paths, String target) {
        this.reader = reader;
        this.ancestry = new Ancestry(reader);
        this.target = target;
        this.diff = diff;
        for (ChangedPath path : paths) {
            changed.put(path.path(), path);
            Optional<RawPath> folder = path.path().parent();
            while (folder.isPresent() && folders.add(folder.get())) {
                folder = folder.get().parent();
            }
        }
    }

    List<Commit> read(List<ObjectId> ids) throws IOException {
        List<Commit> commits = new ArrayList<>();
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            for (ObjectId id : ids) {
                commits.add(read(walk, walk.parseCommit(id)));
            }
        }
        return commits;
    }

    private Commit read(RevWalk walk, RevCommit commit) throws IOException {
        byte[] bytes = reader.open(commit, Constants.OBJ_COMMIT).getCachedBytes();
        check(commit, bytes);
        List<ObjectId> trees = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            trees.add(tree(walk, parent));
        }
        if (trees.isEmpty()) {
            trees.add(ObjectId.zeroId());
        }
        Touched touched = new Touched(trees.size());
        trees.add(commit.getTree().getId());
        baseOfParents(walk, commit).ifPresent(trees::add);
        diff.walk(trees, touched);
        return new Commit(commit.name(), authors(commit, bytes), touched.paths, touched.made, touched.ownFilesOnly);
    }

    private List<Author> authors(RevCommit commit, byte[] bytes) {
        try {
            return CommitPeople.of(commit.name(), bytes);
        } catch (CommitPeople.UnreadableException e) {
            throw new CannotDecideException(
                    "Commit " + commit.name() + " declares the encoding '" + e.encoding()
                            + "', in which the names that it holds can't be read.",
                    "Write it anew in UTF-8: git -c i18n.commitEncoding=UTF-8 rebase --no-ff " + Shell.quote(target),
                    e);
        }
    }

    private static ObjectId tree(RevWalk walk, ObjectId commit) throws IOException {
        return walk.parseCommit(commit).getTree().getId();
    }

    /** The tree that a merge's two parents come from, where that is sure: of their one merge base, or none at all where they have none. */
    private Optional<ObjectId> baseOfParents(RevWalk walk, RevCommit commit) throws IOException {
        if (commit.getParentCount() != 2) {
            return Optional.empty();
        }
        List<ObjectId> parents = List.of(commit.getParent(0), commit.getParent(1));
        Set<ObjectId> bases = ancestry.mergeBases(parents.get(0), parents.get(1));
        Set<ObjectId> shallow = reader.getShallowCommits();
        if (bases.isEmpty() && shallow.isEmpty()) {
            return Optional.of(ObjectId.zeroId());
        }
        if (bases.size() != 1) {
            return Optional.empty();
        }
        ObjectId base = bases.iterator().next();
        boolean cutOff =
                !shallow.isEmpty() && ancestry.since(base, parents).stream().anyMatch(shallow::contains);
        return cutOff ? Optional.empty() : Optional.of(tree(walk, base));
    }

    /** Refuses headers that git and JGit read differently: JGit takes any line that starts with a p for a parent. */
    private void check(RevCommit commit, byte[] bytes) {
        try {
            checker.checkCommit(bytes);
        } catch (CorruptObjectException e) {
            throw new CannotDecideException(
                    "Commit " + commit.name() + " is malformed: " + Failures.say(e) + ".",
                    "Write it anew, with an unmodified git: git rebase --no-ff " + Shell.quote(target),
                    e);
        }
    }

    /**
     * What one commit touched: what differs from all its parents or, where it has none, all that it holds. A merge has touched a changed
     * path also where it has one parent's state, unless that comes out of a merge by itself.
     *
     * <p>An example: since the two parents of a merge parted, {@code main} has fixed {@code A}, and the branch has changed {@code B}. By
     * itself the merge has {@code main}'s {@code A} and the branch's {@code B}, and has touched neither. If it has the branch's old
     * {@code A}, it has touched {@code A}: whoever made it has undone the fix, as much as if they had typed the old text. If both sides
     * have changed {@code A}, whichever of the two states it has was somebody's choice, and it has touched {@code A}.
     *
     * <p>The trees of the walk are the parents', the commit's own, and that of the parents' merge base where there is one.
     */
    private final class Touched implements TreeDiff.Visitor {

        private final int own;
        private final Set<RawPath> paths = new HashSet<>();

        /** Those of {@code paths} that head has as this commit left them: of two commits that write one file, only the later made it. */
        private final Set<RawPath> made = new HashSet<>();

        private boolean ownFilesOnly = true;

        /** @param parents how many trees the commit's own is held against */
        Touched(int parents) {
            this.own = parents;
        }

        @Override
        public boolean matters(TreeWalk walk) {
            int same = sameAs(walk);
            if (same == own) {
                return false;
            }
            RawPath path = TreeDiff.path(walk);
            return walk.isSubtree()
                    ? (same == 0 && ownFilesOnly) || folders.contains(path)
                    : same == 0 || changed.containsKey(path);
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
        public void entry(TreeWalk walk) {
            if (sameAs(walk) > 0 && comesOutByItself(walk)) {
                return;
            }
            RawPath path = TreeDiff.path(walk);
            ownFilesOnly &= Layout.isContractOrApproval(path);
            ChangedPath known = changed.get(path);
            if (known != null) {
                paths.add(known.path());
                if (TreeDiff.isSame(TreeDiff.entry(walk, own), known.after())) {
                    made.add(known.path());
                }
            }
        }

        /** Whether the parent that has changed the entry since the parents' merge base, as the other has not, is the one that it is from. */
        private boolean comesOutByItself(TreeWalk walk) {
            int base = own + 1;
            if (walk.getTreeCount() <= base) {
                return false;
            }
            return TreeDiff.differs(walk, 0, base)
                    ? !TreeDiff.differs(walk, 1, base) && !TreeDiff.differs(walk, 0, own)
                    : !TreeDiff.differs(walk, 1, own);
        }
    }
}
