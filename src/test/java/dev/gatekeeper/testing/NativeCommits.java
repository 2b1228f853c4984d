package dev.gatekeeper.testing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the machine's own git says about many commits: their parents, and the paths that differ from all of these. */
public final class NativeCommits {

    private final Map<String, List<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> touched;
    private final Map<String, Set<String>> differing;

    public NativeCommits(NativeGit git, Collection<String> commits) {
        String input = String.join("\n", commits) + "\n";
        for (String line : NativeChange.lines(
                git.run(input, "rev-list", "--stdin", "--parents").out(), "\n")) {
            List<String> ids = List.of(line.split(" ", -1));
            parents.put(ids.get(0), ids.subList(1, ids.size()));
        }
        touched = paths(git, input, "-c");
        differing = paths(git, input, "-m");
    }

    private Map<String, Set<String>> paths(NativeGit git, String input, String merges) {
        Map<String, Set<String>> paths = new HashMap<>();
        Set<String> current = new TreeSet<>();
        for (String part : NativeChange.lines(
                git.run(input, "diff-tree", "--stdin", "-r", merges, "--root", "--no-renames", "--name-only", "-z")
                        .out(),
                "\0")) {
            if (parents.containsKey(part)) {
                current = paths.computeIfAbsent(part, commit -> new TreeSet<>());
            } else {
                current.add(part);
            }
        }
        return paths;
    }

    /** The commits that {@code head} reaches and {@code target} does not; git's own {@code A..B} is not asked, since it trusts the dates. */
    public Set<String> between(String target, String head) {
        Set<String> commits = reached(head);
        commits.removeAll(reached(target));
        return commits;
    }

    private Set<String> reached(String from) {
        Set<String> reached = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            parents.getOrDefault(open.remove(), List.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    /** The paths that differ from all parents of {@code commit}; those of a root commit are all it has. */
    public Set<String> touched(String commit) {
        return touched.getOrDefault(commit, Set.of());
    }

    /** The paths that differ from any parent of {@code commit}. */
    public Set<String> differing(String commit) {
        return differing.getOrDefault(commit, Set.of());
    }
}
