package dev.gatekeeper.git;

import dev.gatekeeper.change.CannotDecideException;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Shell;
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
    private final TreeDiff diff;
    private final String target;
    private final Map<RawPath, ChangedPath> changed = new HashMap<>();
    private final Set<RawPath> folders = new HashSet<>();
    private final ObjectChecker checker = new ObjectChecker().setAllowInvalidPersonIdent(true);

    /** @param target the target in the form that git commands take */
    CommitReader(ObjectReader reader, TreeDiff diff, List<ChangedPath> paths, String target) {
        this.reader = reader;
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
            trees.add(walk.parseCommit(parent).getTree().getId());
        }
        if (trees.isEmpty()) {
            trees.add(ObjectId.zeroId());
        }
        trees.add(commit.getTree().getId());
        Touched touched = new Touched();
        diff.walk(trees, touched);
        return new Commit(commit.name(), Authors.of(bytes), touched.paths, touched.made, touched.answersOnly);
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

    /** What one commit touched: what differs from all its parents, or from nothing at all. */
    private final class Touched implements TreeDiff.Visitor {

        private final Set<RawPath> paths = new HashSet<>();
        private final Set<RawPath> made = new HashSet<>();
        private boolean answersOnly = true;

        @Override
        public boolean matters(TreeWalk walk) {
            int own = walk.getTreeCount() - 1;
            for (int parent = 0; parent < own; parent++) {
                if (!TreeDiff.differs(walk, parent, own)) {
                    return false;
                }
            }
            return !walk.isSubtree() || answersOnly || folders.contains(TreeDiff.path(walk));
        }

        @Override
        public void entry(TreeWalk walk) {
            RawPath path = TreeDiff.path(walk);
            answersOnly &= Layout.isAnswer(path);
            ChangedPath known = changed.get(path);
            if (known != null) {
                paths.add(known.path());
                if (TreeDiff.isSame(TreeDiff.entry(walk, walk.getTreeCount() - 1), known.after())) {
                    made.add(known.path());
                }
            }
        }
    }
}
