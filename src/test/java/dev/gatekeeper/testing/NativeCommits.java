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
    private final Map<String, Set<String>> touched = new HashMap<>();

    public NativeCommits(NativeGit git, Collection<String> commits) {
        String input = String.join("\n", commits) + "\n";
        for (String line : NativeChange.lines(
                git.run(input, "rev-list", "--stdin", "--parents").out(), "\n")) {
            List<String> ids = List.of(line.split(" ", -1));
            parents.put(ids.get(0), ids.subList(1, ids.size()));
            touched.put(ids.get(0), new TreeSet<>());
        }
        Set<String> current = new TreeSet<>();
        for (String part : NativeChange.lines(
                git.run(input, "diff-tree", "--stdin", "-r", "-c", "--root", "--no-renames", "--name-only", "-z")
                        .out(),
                "\0")) {
            if (touched.containsKey(part)) {
                current = touched.get(part);
            } else {
                current.add(part);
            }
        }
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
}
