package dev.gatekeeper.testing;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the machine's own git says about two commits. Paths have one char (0 to 255) a byte; entries read {@code 100644 <id>}. */
public final class NativeChange {

    static final String NOTHING = "000000 " + "0".repeat(40);

    private final NativeGit git;
    private final String target;
    private final String head;
    private final Map<String, Map<String, String>> trees = new HashMap<>();

    public NativeChange(NativeGit git, String target, String head) {
        this.git = git;
        this.target = target;
        this.head = head;
    }

    public Set<String> mergeBases() {
        return new TreeSet<>(
                lines(git.run("", "merge-base", "--all", target, head).out(), "\n"));
    }

    /** For each path that differs between merge base and head: the entries of both. */
    public Map<String, List<String>> paths() {
        return diff(target + "..." + head);
    }

    private Map<String, List<String>> diff(String... revisions) {
        List<String> command = new ArrayList<>(List.of("diff", "--raw", "-z", "--no-renames", "--no-abbrev"));
        command.addAll(List.of(revisions));
        List<String> parts = lines(git.run("", command.toArray(String[]::new)).out(), "\0");
        Map<String, List<String>> paths = new TreeMap<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            String[] raw = parts.get(i).substring(1).split(" ", -1);
            paths.put(parts.get(i + 1), List.of(raw[0] + " " + raw[2], raw[1] + " " + raw[3]));
        }
        return paths;
    }

    /** Every file, link, submodule and folder of {@code commit}. */
    public Map<String, String> tree(String commit) {
        return trees.computeIfAbsent(commit, this::readTree);
    }

    private Map<String, String> readTree(String commit) {
        Map<String, String> entries = new HashMap<>();
        for (String line : lines(
                git.run("", "ls-tree", "-r", "-t", "-z", "--full-tree", commit).out(), "\0")) {
            String[] raw = line.substring(0, line.indexOf('\t')).split(" ", -1);
            entries.put(line.substring(line.indexOf('\t') + 1), raw[0] + " " + raw[2]);
        }
        return entries;
    }

    /**
     * What git's own merge of head into target alters on the target, with folders followed too: for each path the entry after it; empty
     * on a conflict.
     */
    public Optional<Map<String, String>> merge() {
        NativeMerge merge = NativeMerge.of(git, target, head);
        return merge.isClean() ? Optional.of(after(merge)) : Optional.empty();
    }

    /** For each path that a merge alters on the target, the entry after it. */
    Map<String, String> after(NativeMerge merge) {
        Map<String, String> after = new TreeMap<>();
        diff(target, merge.tree()).forEach((path, entries) -> after.put(path, entries.get(1)));
        return after;
    }

    /** For each path that differs between target and head themselves, commits or trees: the entries of both. */
    Map<String, List<String>> differences() {
        return diff(target, head);
    }

    /**
     * The paths at which a merge does something else than was judged: it alters what is no changed path, or leaves another content than
     * head's where the target has changed nothing itself.
     */
    public static Set<String> surprises(Change change, Map<String, String> merge) {
        Set<String> surprises = new TreeSet<>(merge.keySet());
        for (ChangedPath changed : change.paths()) {
            String path = changed.path().bytes();
            String then = merge.getOrDefault(path, entry(changed.onTarget()));
            if (changed.isChangedByTarget() || then.equals(entry(changed.after()))) {
                surprises.remove(path);
            } else {
                surprises.add(path);
            }
        }
        return surprises;
    }

    /** An entry as git shows it: permission bits that old tools wrote are not shown. */
    public static String entry(Entry entry) {
        String mode = entry.octalMode();
        if (entry.isFile()) {
            mode = (entry.mode() & 0100) == 0 ? "100644" : "100755";
        }
        return mode + " " + entry.id();
    }

    /**
     * Paths whose content a merge may carry elsewhere, each with the reason: what of {@code paths} the target moved, what it changed of
     * what they delete, and what it added to a folder that they take away.
     */
    public NavigableMap<String, String> carried(String base, Map<String, List<String>> paths) {
        Map<String, String> before = tree(base);
        Map<String, String> inChange = tree(head);
        Map<String, String> onTarget = tree(target);
        NavigableMap<String, String> carried = new TreeMap<>();
        paths.forEach((path, entries) -> {
            String there = file(onTarget, path);
            boolean added = entries.get(0).equals(NOTHING);
            boolean deleted = entries.get(1).equals(NOTHING);
            boolean landed = entries.get(1).equals(there);
            if (!landed && (added ? isFolderGone(before, onTarget, path) : there.equals(NOTHING))) {
                carried.put(path, "is changed, but '" + target + "' has moved or deleted it or its folder");
            } else if (!landed && deleted && !entries.get(0).equals(there)) {
                carried.put(path, "is deleted or moved, but '" + target + "' has changed it");
            }
        });
        onTarget.forEach((path, entry) -> {
            String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            boolean taken = isFolder(before, folder) && !isFolder(inChange, folder);
            boolean isNew = isFolder(onTarget, path)
                    ? !isFolder(before, path)
                    : file(before, path).equals(NOTHING);
            if (taken && isNew) {
                carried.put(path, "is new on '" + target + "', but this change has moved or deleted its folder");
            }
        });
        return carried;
    }

    /** What Gatekeeper must say of two commits with these merge bases that it can't judge. */
    public String refusal(Set<String> bases) {
        String both = "Target '" + target + "' and head " + head;
        if (bases.isEmpty()) {
            return both + " have no common history.";
        }
        if (bases.size() > 1) {
            return both + " have " + bases.size() + " merge bases: " + String.join(", ", bases) + ".";
        }
        NavigableMap<String, String> carried = carried(bases.iterator().next(), paths());
        if (carried.isEmpty()) {
            return "nothing, since git sees nothing that a merge may carry elsewhere";
        }
        return "'" + new RawPath(carried.firstKey()).display() + "'"
                + (carried.size() == 1 ? "" : " (and " + (carried.size() - 1) + " more)") + " "
                + carried.firstEntry().getValue() + " since the merge base.";
    }

    /** The entry of a file, link or submodule. */
    public static String file(Map<String, String> tree, String path) {
        return isFolder(tree, path) ? NOTHING : tree.getOrDefault(path, NOTHING);
    }

    private static boolean isFolderGone(Map<String, String> before, Map<String, String> onTarget, String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash);
            if (isFolder(before, folder)) {
                return !isFolder(onTarget, folder);
            }
        }
        return false;
    }

    private static boolean isFolder(Map<String, String> tree, String path) {
        return tree.getOrDefault(path, "").startsWith("04");
    }

    static List<String> lines(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
