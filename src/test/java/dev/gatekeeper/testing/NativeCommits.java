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

/**
 * What each of many commits touched, worked out anew from what the machine's own git says of their parents, trees and texts; git's dates
 * and ranges are not asked.
 */
public final class NativeCommits {

    private final NativeGit git;
    private final Map<String, List<String>> parents = new HashMap<>();
    private final Map<String, Map<String, String>> trees = new HashMap<>();
    private final Map<List<String>, Boolean> merged = new HashMap<>();

    public NativeCommits(NativeGit git, Collection<String> commits) {
        this.git = git;
        String input = String.join("\n", commits) + "\n";
        for (String line : NativeChange.lines(
                git.run(input, "rev-list", "--stdin", "--parents").out(), "\n")) {
            List<String> ids = List.of(line.split(" ", -1));
            parents.put(ids.get(0), ids.subList(1, ids.size()));
        }
    }

    /** The commits that {@code head} reaches and {@code target} does not. */
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

    private Set<String> mergeBases(String one, String other) {
        Set<String> common = reached(one);
        common.retainAll(reached(other));
        Set<String> best = new TreeSet<>(common);
        for (String ancestor : common) {
            parents.getOrDefault(ancestor, List.of()).forEach(parent -> best.removeAll(reached(parent)));
        }
        return best;
    }

    /** Those of {@code paths} that {@code commit} touched, as a part of the change of {@code head} against {@code target}. */
    public Set<String> touched(String commit, String target, String head, Set<String> paths) {
        Set<String> earlier = between(target, commit);
        earlier.remove(commit);
        Set<String> touched = new TreeSet<>(carried(target, head, paths));
        for (String path : paths) {
            String own = entry(commit, path);
            boolean landed = own.equals(entry(target, path))
                    && !own.equals(entry(head, path))
                    && earlier.stream().noneMatch(before -> entry(before, path).equals(entry(head, path)));
            if (!landed && isDoneBy(commit, own, path)) {
                touched.add(path);
            }
        }
        return touched;
    }

    /** Where some merge of the change has a file of a name that only one of its parents has, in another state. */
    private Set<String> carried(String target, String head, Set<String> paths) {
        Set<String> carried = new TreeSet<>();
        for (String commit : between(target, head)) {
            List<String> from = parents.getOrDefault(commit, List.of());
            if (from.size() == 2) {
                Set<String> bases = mergeBases(from.get(0), from.get(1));
                for (String path : paths) {
                    List<String> there = from.stream()
                            .map(parent -> entry(parent, path))
                            .filter(entry -> !entry.equals(NativeChange.NOTHING))
                            .toList();
                    String own = entry(commit, path);
                    if (there.size() == 1
                            && !own.equals(NativeChange.NOTHING)
                            && !there.contains(own)
                            && bases.stream().allMatch(base -> entry(base, path).equals(NativeChange.NOTHING))) {
                        carried.add(path);
                    }
                }
            }
        }
        return carried;
    }

    private boolean isDoneBy(String commit, String own, String path) {
        List<String> from = parents.getOrDefault(commit, List.of());
        List<String> before =
                from.stream().map(parent -> entry(parent, path)).distinct().toList();
        if (from.isEmpty() || before.equals(List.of(own))) {
            return from.isEmpty() && !own.equals(NativeChange.NOTHING);
        }
        if (from.size() != 2) {
            return true;
        }
        String one = entry(from.get(0), path);
        String other = entry(from.get(1), path);
        Set<String> bases = new TreeSet<>();
        mergeBases(from.get(0), from.get(1)).forEach(base -> bases.add(entry(base, path)));
        if (bases.isEmpty()) {
            bases.add(NativeChange.NOTHING);
        }
        if (bases.equals(Set.of(one)) || bases.equals(Set.of(other))) {
            return !own.equals(bases.equals(Set.of(one)) ? other : one);
        }
        // Where both sides made the same of it, the merge that has it too differs from neither, and was dealt with
        // above.
        boolean oneBase = mergeBases(from.get(0), from.get(1)).size() == 1;
        return !oneBase || !merged.computeIfAbsent(List.of(bases.iterator().next(), one, other, own), this::isMerge);
    }

    /** Whether the last of the base, two sides and a merge is what {@code git merge-file} makes of the others. */
    private boolean isMerge(List<String> entries) {
        for (String entry : entries) {
            if (!entry.startsWith("100")) {
                return false;
            }
        }
        String base = entries.get(0).substring(0, 6);
        String one = entries.get(1).substring(0, 6);
        String mode = one.equals(base) ? entries.get(2).substring(0, 6) : one;
        List<String> ids = entries.stream().map(entry -> entry.substring(7)).toList();
        if (!entries.get(3).startsWith(mode)) {
            return false;
        }
        if (ids.get(0).equals(ids.get(1))) {
            return ids.get(3).equals(ids.get(2));
        }
        if (ids.get(0).equals(ids.get(2))) {
            return ids.get(3).equals(ids.get(1));
        }
        NativeGit.Result result = git.paste(
                "",
                "for id in " + String.join(" ", ids.subList(0, 3)) + "; do git cat-file blob $id > \"$(git rev-parse"
                        + " --git-dir)/$id.text\"; done; cd \"$(git rev-parse --git-dir)\" && git merge-file -p "
                        + ids.get(1) + ".text " + ids.get(0) + ".text " + ids.get(2) + ".text > merged.text"
                        + " && git hash-object --no-filters merged.text");
        return result.exit() == 0 && result.out().strip().equals(ids.get(3));
    }

    private String entry(String commit, String path) {
        return NativeChange.file(trees.computeIfAbsent(commit, id -> new NativeChange(git, id, id).tree(id)), path);
    }
}
