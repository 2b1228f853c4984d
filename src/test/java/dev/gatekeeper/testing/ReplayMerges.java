package dev.gatekeeper.testing;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.text.CannotDecideException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The replay of a repository's merges: what the second parent of each changed against its first, as Gatekeeper reads it and as the
 * machine's own git does, and what git's own merge of the two does to the first; and which files the merge itself touched.
 *
 * <p>Usage: {@code ReplayMerges <repository> [how many [after how many [paths]]]}, with {@code paths} for the first half only. Prints every undecided merge and every difference, and at last
 * a count of equal, undecided (by reason) and different merges; exits with 1 when one is different. Merges that git itself can't make
 * anew, as where an object is missing, are left out and counted.
 */
public final class ReplayMerges {

    private static final String DIFFERENT = "different";

    private final NativeGit git;
    private final GitRepository repository;
    private final boolean pathsOnly;
    private final Map<String, Integer> counts = new TreeMap<>();

    private ReplayMerges(NativeGit git, GitRepository repository, boolean pathsOnly) {
        this.git = git;
        this.repository = repository;
        this.pathsOnly = pathsOnly;
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        long limit = args.length > 1 ? Long.parseLong(args[1]) : Long.MAX_VALUE;
        long skip = args.length > 2 ? Long.parseLong(args[2]) : 0;
        NativeGit git = new NativeGit(folder);
        try (GitRepository repository = GitRepository.open(folder)) {
            ReplayMerges replay = new ReplayMerges(git, repository, args.length > 3 && args[3].equals("paths"));
            git.git("rev-list", "--all", "--min-parents=2", "--parents")
                    .lines()
                    .skip(skip)
                    .limit(limit)
                    .forEach(line -> replay.judge(List.of(line.split(" ", -1))));
            replay.counts.forEach((what, count) -> System.out.println(count + "\t" + what));
            System.exit(replay.counts.containsKey(DIFFERENT) ? 1 : 0);
        }
    }

    private void judge(List<String> merge) {
        Revisions revisions = new Revisions(Optional.empty(), Optional.empty(), merge.get(1), merge.get(2));
        NativeChange there = new NativeChange(git, merge.get(1), merge.get(2));
        Set<String> bases = there.mergeBases();
        Optional<NativeMerge> byGit = Optional.empty();
        if (bases.size() == 1) {
            try {
                byGit = Optional.of(NativeMerge.of(git, merge.get(1), merge.get(2)));
            } catch (NativeMerge.FailedException e) {
                count("left out: git's own merge fails");
                print(merge, "is left out: " + e.getMessage());
                return;
            }
        }
        String outcome;
        try {
            outcome = compare(repository.change(revisions), bases, there, byGit);
        } catch (CannotDecideException e) {
            outcome = explain(e, bases, there, byGit);
            print(merge, "is undecided: " + e.problem());
        }
        count(outcome);
        if (outcome.equals(DIFFERENT)) {
            print(merge, "differs");
        }
        if (byGit.isPresent() && merge.size() == 3 && !pathsOnly) {
            ReplayTouched.Outcome touched =
                    new ReplayTouched(git, repository).judge(merge.get(0), merge.get(1), merge.get(2), byGit.get());
            String kind = byGit.get().isClean() ? "" : " (of a merge with conflicts)";
            touched.counts().forEach((what, count) -> counts.merge(what + kind, count, Integer::sum));
            touched.differences().forEach(difference -> print(merge, difference + kind));
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static void print(List<String> merge, String what) {
        System.out.println("merge " + merge.get(0) + " " + what);
    }

    private static String compare(Change change, Set<String> bases, NativeChange there, Optional<NativeMerge> byGit) {
        Map<String, List<String>> paths = new TreeMap<>();
        for (ChangedPath changed : change.paths()) {
            paths.put(
                    changed.path().bytes(),
                    List.of(NativeChange.entry(changed.before()), NativeChange.entry(changed.after())));
        }
        if (byGit.isEmpty() || !bases.equals(Set.of(change.mergeBase())) || !paths.equals(there.paths())) {
            return DIFFERENT;
        }
        if (!byGit.get().isClean()) {
            return "equal, and a conflict to git";
        }
        return NativeChange.surprises(change, there.after(byGit.get())).isEmpty()
                ? "equal, and so is git's merge"
                : DIFFERENT;
    }

    /** Counts a refusal by its reason, or as a difference where git sees no reason or another one. */
    private static String explain(
            CannotDecideException refusal, Set<String> bases, NativeChange there, Optional<NativeMerge> byGit) {
        String problem = refusal.problem();
        if (!problem.equals(there.refusal(bases))) {
            boolean comparable = problem.startsWith("Target '") || problem.endsWith(" since the merge base.");
            return comparable ? DIFFERENT : "undecided: " + problem;
        }
        if (byGit.isEmpty()) {
            return bases.isEmpty() ? "undecided: no merge base" : "undecided: several merge bases";
        }
        return "undecided: a merge may carry content elsewhere"
                + (byGit.get().isClean() ? "" : ", and a conflict to git");
    }
}
