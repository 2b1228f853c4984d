package dev.gatekeeper.git;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
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

/** The reading of a change's single commits: who made them, and which of the changed paths they touched. */
final class CommitReader {

    private final ObjectReader reader;
    private final Ancestry ancestry;
    private final CheckedTrees trees;
    private final PathIndex asked;
    private final boolean workToo;
    private final String target;
    private final ObjectChecker checker = new ObjectChecker().setAllowInvalidPersonIdent(true);

    /**
     * @param paths all changed paths
     * @param target the target in the form that git commands take
     */
    CommitReader(
            ObjectReader reader,
            Ancestry ancestry,
            CheckedTrees trees,
            List<ChangedPath> paths,
            CommitScope scope,
            String target) {
        this.reader = reader;
        this.ancestry = ancestry;
        this.trees = trees;
        List<ChangedPath> inScope = new ArrayList<>();
        for (ChangedPath path : paths) {
            if (scope.paths().contains(path.path())) {
                inScope.add(path);
            }
        }
        this.asked = new PathIndex(inScope);
        this.workToo = scope.workToo();
        this.target = target;
    }

    /** Reads the commits of the change, its head first and each before its parents. */
    List<Commit> read(List<RevCommit> change) throws IOException {
        MergeBases mergeBases = new MergeBases(ancestry, reader.getShallowCommits(), change, MergeBases.FEW);
        TextMerge textMerge = new TextMerge(reader);
        Map<RevCommit, TouchedPaths> touched = new LinkedHashMap<>();
        for (RevCommit commit : change) {
            touched.put(commit, touched(commit, mergeBases, textMerge));
        }
        Landed landed = Landed.of(touched, trees);
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

    /** Merge bases are costly to find: they are looked for where a merge differs from a parent in what matters, which few merges do. */
    private TouchedPaths touched(RevCommit commit, MergeBases mergeBases, TextMerge textMerge) throws IOException {
        List<ObjectId> parents = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            parents.add(ancestry.tree(parent));
        }
        if (parents.isEmpty()) {
            parents.add(ObjectId.zeroId());
        }
        ObjectId own = commit.getTree().getId();
        TouchedPaths touched = touched(parents, own, List.of(), textMerge);
        if (parents.size() != 2 || touched.isNothing()) {
            return touched;
        }
        return touched(parents, own, baseTrees(mergeBases.ofParents(commit)), textMerge);
    }

    private TouchedPaths touched(List<ObjectId> parents, ObjectId own, List<ObjectId> bases, TextMerge textMerge)
            throws IOException {
        List<ObjectId> all = new ArrayList<>(parents);
        all.add(own);
        all.addAll(bases);
        TouchedPaths touched = new TouchedPaths(asked, workToo, parents.size(), textMerge);
        new TreeDiff(reader, trees).walk(all, touched);
        return touched;
    }

    /** No tree at all, of which nothing is in the merge, stands for the base of parents that have no common history. */
    private List<ObjectId> baseTrees(Optional<Set<ObjectId>> bases) throws IOException {
        List<ObjectId> trees = new ArrayList<>();
        for (ObjectId base : bases.orElse(Set.of())) {
            trees.add(ancestry.tree(base));
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
                    UndecidedCode.OBJECT_MALFORMED,
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
                    UndecidedCode.OBJECT_MALFORMED,
                    "Commit " + commit.name() + " is malformed: " + Failures.say(e) + ".",
                    "Write it anew, with an unmodified git: git rebase --no-ff " + Shell.quote(target),
                    e);
        }
    }
}
