package dev.gatekeeper.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the machine's own git says about two commits. Paths have one char (0 to 255) a byte; entries read {@code 100644 <id>}. */
public final class NativeChange {

    private static final String NOTHING = "000000 " + "0".repeat(40);

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
        List<String> parts = lines(
                git.run("", "diff", "--raw", "-z", "--no-renames", "--no-abbrev", target + "..." + head)
                        .out(),
                "\0");
        Map<String, List<String>> paths = new TreeMap<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            String[] raw = parts.get(i).substring(1).split(" ");
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
            String[] raw = line.substring(0, line.indexOf('\t')).split(" ");
            entries.put(line.substring(line.indexOf('\t') + 1), raw[0] + " " + raw[2]);
        }
        return entries;
    }

    /** Those of {@code paths} that a merge could bring elsewhere, because the target lacks the file, or the folder it is added to. */
    public List<String> moved(String base, Map<String, List<String>> paths) {
        Map<String, String> before = tree(base);
        Map<String, String> onTarget = tree(target);
        List<String> moved = new ArrayList<>();
        paths.forEach((path, entries) -> {
            String there = file(onTarget, path);
            boolean added = entries.get(0).equals(NOTHING);
            boolean landed = entries.get(1).equals(there);
            if (!landed && (added ? isFolderGone(before, onTarget, path) : there.equals(NOTHING))) {
                moved.add(path);
            }
        });
        return moved;
    }

    /** The entry of a file, link or submodule. */
    public static String file(Map<String, String> tree, String path) {
        String entry = tree.getOrDefault(path, NOTHING);
        return entry.startsWith("04") ? NOTHING : entry;
    }

    private static boolean isFolderGone(Map<String, String> before, Map<String, String> onTarget, String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash);
            if (before.getOrDefault(folder, "").startsWith("04")) {
                return !onTarget.getOrDefault(folder, "").startsWith("04");
            }
        }
        return false;
    }

    static List<String> lines(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
