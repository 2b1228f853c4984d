package dev.gatekeeper.testing;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.text.CannotDecideException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The second half of the replay: of what a merge commit holds, it must have touched just what is not git's own merge of its parents.
 *
 * <p>A merge is judged as a change against each of its parents, since what it has as one of them has is no change against that one.
 */
final class ReplayTouched {

    private final NativeGit git;
    private final GitRepository repository;

    ReplayTouched(NativeGit git, GitRepository repository) {
        this.git = git;
        this.repository = repository;
    }

    /**
     * How many files came out how, and those in which the two differ.
     *
     * @param counts by which parents changed them, whether they are as git itself merges them, and whether the merge touched them
     * @param differences each with the entries of the merge base and either parent, and of git's merge and the real one
     */
    record Outcome(Map<String, Integer> counts, List<String> differences) {}

    /** @param byGit what git makes of the two parents by itself */
    Outcome judge(String merge, String one, String other, NativeMerge byGit) {
        Outcome outcome = new Outcome(new TreeMap<>(), new ArrayList<>());
        Map<String, List<String>> ours = new NativeChange(git, other, one).paths();
        Map<String, List<String>> theirs = new NativeChange(git, one, other).paths();
        Map<String, List<String>> chosen = new NativeChange(git, byGit.tree(), merge).differences();
        Set<String> inDoubt = new TreeSet<>(ours.keySet());
        inDoubt.retainAll(theirs.keySet());
        inDoubt.addAll(chosen.keySet());
        inDoubt.addAll(byGit.conflicts());
        Touched touched = new Touched(new TreeSet<>(), new TreeSet<>());
        try {
            Change change = change(merge, one);
            touched.add(commits(merge, one, change), merge);
            change.paths().forEach(changed -> inDoubt.remove(changed.path().bytes()));
            // Against the second parent a change is all that the target got since, and reading that takes long.
            if (!inDoubt.isEmpty()) {
                touched.add(commits(merge, other, change(merge, other)), merge);
            }
        } catch (CannotDecideException e) {
            outcome.counts().put("merges whose touched files are undecided: " + e.problem(), 1);
            return outcome;
        }
        Set<String> paths = new TreeSet<>(touched.paths());
        paths.addAll(ours.keySet());
        paths.addAll(theirs.keySet());
        paths.addAll(chosen.keySet());
        for (String path : paths) {
            boolean ownResult = !chosen.containsKey(path) && !byGit.conflicts().contains(path);
            boolean isTouched = touched.paths().contains(path);
            String sides = sides(ours.getOrDefault(path, List.of()), theirs.getOrDefault(path, List.of()));
            String what = "files, " + sides + ": " + (ownResult ? "git's own" : "chosen");
            boolean isCarried = ownResult && isTouched && touched.carried().contains(path);
            String how =
                    isCarried ? "touched as a merge has carried content there" : isTouched ? "touched" : "not touched";
            outcome.counts().merge(what + ", and " + how, 1, Integer::sum);
            if (ownResult == isTouched && !isCarried) {
                String difference = isTouched ? "touched though git's own" : "not touched though chosen";
                outcome.differences()
                        .add(difference + "\t" + sides + "\t" + path + "\t" + ours.get(path) + "\t" + theirs.get(path)
                                + "\t" + chosen.get(path)
                                + (byGit.conflicts().contains(path) ? "\tconflict" : ""));
            }
        }
        return outcome;
    }

    /** Which parents differ from the merge base: only a file that all three have can be merged by its text. */
    private static String sides(List<String> ours, List<String> theirs) {
        if (ours.isEmpty() || theirs.isEmpty()) {
            return ours.isEmpty() && theirs.isEmpty() ? "on neither side" : "on one side";
        }
        if (ours.equals(theirs)) {
            return "the same on both sides";
        }
        boolean everywhere = !ours.contains(NativeChange.NOTHING) && !theirs.contains(NativeChange.NOTHING);
        return everywhere ? "on both sides" : "on both sides, one of the three without it";
    }

    private Change change(String merge, String parent) {
        return repository.change(against(merge, parent));
    }

    private static Revisions against(String merge, String parent) {
        return new Revisions(Optional.empty(), Optional.empty(), parent, merge);
    }

    private List<Commit> commits(String merge, String parent, Change change) {
        return repository.commits(against(merge, parent), change, CommitScope.whole(change));
    }

    /**
     * What a merge touched.
     *
     * @param paths all of it
     * @param carried of that, what every commit of the change has touched: some merge of it may have followed a move to there, and then
     *     nobody can tell whose content came along
     */
    private record Touched(Set<String> paths, Set<String> carried) {

        void add(List<Commit> change, String merge) {
            Set<RawPath> everybodys = new HashSet<>(change.get(0).touched());
            change.forEach(commit -> everybodys.retainAll(commit.touched()));
            for (Commit commit : change) {
                if (commit.id().equals(merge)) {
                    commit.touched().forEach(path -> paths.add(path.bytes()));
                }
            }
            if (change.size() > 1) {
                everybodys.forEach(path -> carried.add(path.bytes()));
            }
        }
    }
}
