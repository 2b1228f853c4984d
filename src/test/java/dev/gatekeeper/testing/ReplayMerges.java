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
 * machine's own git does, and what git's own merge of the two does to the first.
 *
 * <p>Usage: {@code ReplayMerges <repository> [limit]}. Prints a count of equal, undecided (by reason) and different merges, and every
 * difference; exits with 1 when there is one.
 */
public final class ReplayMerges {

    private static final String DIFFERENT = "different";

    private final NativeGit git;
    private final Map<String, Integer> counts = new TreeMap<>();

    private ReplayMerges(NativeGit git) {
        this.git = git;
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        long limit = args.length > 1 ? Long.parseLong(args[1]) : Long.MAX_VALUE;
        ReplayMerges replay = new ReplayMerges(new NativeGit(folder));
        try (GitRepository repository = GitRepository.open(folder)) {
            replay.git
                    .git("rev-list", "--all", "--min-parents=2", "--parents")
                    .lines()
                    .limit(limit)
                    .forEach(line -> replay.judge(repository, List.of(line.split(" ", -1))));
        }
        replay.counts.forEach((what, count) -> System.out.println(count + "\t" + what));
        System.exit(replay.counts.containsKey(DIFFERENT) ? 1 : 0);
    }

    private void judge(GitRepository repository, List<String> merge) {
        Revisions revisions = new Revisions(Optional.empty(), Optional.empty(), merge.get(1), merge.get(2));
        NativeChange there = new NativeChange(git, merge.get(1), merge.get(2));
        Set<String> bases = there.mergeBases();
        String outcome;
        try {
            outcome = compare(repository.change(revisions), bases, there);
        } catch (CannotDecideException e) {
            outcome = explain(e, bases, there);
        }
        counts.merge(outcome, 1, Integer::sum);
        if (outcome.equals(DIFFERENT)) {
            System.out.println("merge " + merge.get(0) + " differs");
        }
    }

    private static String compare(Change change, Set<String> bases, NativeChange there) {
        Map<String, List<String>> paths = new TreeMap<>();
        for (ChangedPath changed : change.paths()) {
            paths.put(
                    changed.path().bytes(),
                    List.of(NativeChange.entry(changed.before()), NativeChange.entry(changed.after())));
        }
        if (!bases.equals(Set.of(change.mergeBase())) || !paths.equals(there.paths())) {
            return DIFFERENT;
        }
        Optional<Map<String, String>> merge = there.merge();
        if (merge.isEmpty()) {
            return "equal, and a conflict to git";
        }
        return NativeChange.surprises(change, merge.get()).isEmpty() ? "equal, and so is git's merge" : DIFFERENT;
    }

    /** Counts a refusal by its reason, or as a difference where git sees no reason. */
    private static String explain(CannotDecideException refusal, Set<String> bases, NativeChange there) {
        if (bases.isEmpty()) {
            return "undecided: no merge base";
        }
        if (bases.size() > 1) {
            return "undecided: several merge bases";
        }
        if (refusal.problem().endsWith(" since the merge base.")) {
            if (there.carried(bases.iterator().next(), there.paths()).isEmpty()) {
                return DIFFERENT;
            }
            return "undecided: a merge may carry content elsewhere"
                    + (there.merge().isEmpty() ? ", and a conflict to git" : "");
        }
        return "undecided: " + refusal.problem();
    }
}
