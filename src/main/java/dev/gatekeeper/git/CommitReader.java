package dev.gatekeeper.git;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

/** The reading of a change's single commits: who made them, and which of the changed paths they touched. */
final class CommitReader {

    private final ObjectReader reader;
    private final Ancestry ancestry;
    private final TreeDiff diff;
    private final PathIndex changed;
    private final String target;
    private final ObjectChecker checker = new ObjectChecker().setAllowInvalidPersonIdent(true);

    /** @param target the target in the form that git commands take */
    CommitReader(ObjectReader reader, Ancestry ancestry, TreeDiff diff, List<ChangedPath> paths, String target) {
        this.reader = reader;
        this.ancestry = ancestry;
        this.diff = diff;
        this.changed = new PathIndex(paths);
        this.target = target;
    }

    /** Reads the commits of the change, its head first and each before its parents. */
    List<Commit> read(List<RevCommit> change) throws IOException {
        MergeBases mergeBases = new MergeBases(ancestry, reader.getShallowCommits(), change);
        TextMerge textMerge = new TextMerge(reader);
        Map<RevCommit, TouchedPaths> touched = new LinkedHashMap<>();
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            for (RevCommit commit : change) {
                touched.put(commit, touched(walk, commit, mergeBases, textMerge));
            }
        }
        Landed landed = Landed.of(touched, diff.checked());
        Set<RawPath> carried = new HashSet<>();
        for (TouchedPaths commit : touched.values()) {
            carried.addAll(commit.carried());
        }
        List<Commit> commits = new ArrayList<>();
        for (Map.Entry<RevCommit, TouchedPaths> read : touched.entrySet()) {
            commits.add(commit(read.getKey(), read.getValue(), landed, carried));
        }
        return commits;
    }

    private TouchedPaths touched(RevWalk walk, RevCommit commit, MergeBases mergeBases, TextMerge textMerge)
            throws IOException {
        List<ObjectId> trees = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            trees.add(walk.parseCommit(parent).getTree().getId());
        }
        if (trees.isEmpty()) {
            trees.add(ObjectId.zeroId());
        }
        int parents = trees.size();
        trees.add(commit.getTree().getId());
        if (commit.getParentCount() == 2) {
            trees.addAll(baseTrees(walk, mergeBases.ofParents(commit)));
        }
        TouchedPaths touched = new TouchedPaths(changed, parents, textMerge);
        diff.walk(trees, touched);
        return touched;
    }

    /** No tree at all, of which nothing is in the merge, stands for the base of parents that have no common history. */
    private static List<ObjectId> baseTrees(RevWalk walk, Optional<Set<ObjectId>> bases) throws IOException {
        List<ObjectId> trees = new ArrayList<>();
        for (ObjectId base : bases.orElse(Set.of())) {
            trees.add(walk.parseCommit(base).getTree().getId());
        }
        if (bases.isPresent() && trees.isEmpty()) {
            trees.add(ObjectId.zeroId());
        }
        return trees;
    }

    /** @param carried the paths to which a merge may have carried what any of the commits did elsewhere */
    private Commit commit(RevCommit commit, TouchedPaths touched, Landed landed, Set<RawPath> carried)
            throws IOException {
        byte[] bytes = reader.open(commit, Constants.OBJ_COMMIT).getCachedBytes();
        check(commit, bytes);
        Set<RawPath> paths = new HashSet<>(touched.paths());
        paths.removeAll(landed.in(commit));
        paths.addAll(carried);
        Set<RawPath> made = new HashSet<>(touched.made());
        made.addAll(touched.joined());
        return new Commit(commit.name(), authors(commit, bytes), paths, made, touched.ownFilesOnly());
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
}
