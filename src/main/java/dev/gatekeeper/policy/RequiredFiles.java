package dev.gatekeeper.policy;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.FilteredFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the required files that are not what they have to be: a regular file with something in it.
 *
 * <p>A branch older than the file's adoption stays open: the file may be missing at head when the target's tip has it and the
 * change did not take it away. Where the target has no policy, nobody has asked for the files yet, and none is missed but by a change that
 * takes it away.
 */
public final class RequiredFiles {

    /** A file of this size or more is not blank; nobody pads an empty page with a mebibyte of blanks by mistake. */
    private static final int MOST = 1 << 20;

    private RequiredFiles() {}

    /**
     * A required file that is not what it has to be at head.
     *
     * @param path where it has to lie
     * @param problem what is the matter with it: {@code is missing}, {@code is blank}, {@code is not a regular file} or
     *     {@code is a Git LFS pointer}
     * @param filtered whether a filter of git has put something else in its place
     * @param onTarget whether the target's tip has it as it has to be
     * @param askedBy the policies that require it
     */
    public record Failing(String path, String problem, boolean filtered, boolean onTarget, Set<Origin> askedBy) {}

    /** The required files of {@code policies} that fail, in the order of their paths. */
    public static List<Failing> failing(Policies policies, Trees trees) {
        Map<String, Set<Origin>> required = new TreeMap<>();
        for (Policy policy : policies.inForce()) {
            for (String file : policy.requiredFiles()) {
                Set<Origin> asking = required.get(file);
                if (asking == null) {
                    asking = EnumSet.noneOf(Origin.class);
                    required.put(file, asking);
                }
                asking.add(policy.origin());
            }
        }
        List<Failing> failing = new ArrayList<>();
        for (Map.Entry<String, Set<Origin>> file : required.entrySet()) {
            Optional<Failing> found = failing(
                    RawPath.of(file.getKey()),
                    file.getValue(),
                    trees,
                    policies.from(Origin.TARGET).isPresent());
            if (found.isPresent()) {
                failing.add(found.get());
            }
        }
        return failing;
    }

    private static Optional<Failing> failing(RawPath path, Set<Origin> askedBy, Trees trees, boolean adopted) {
        Optional<String> problem = problemOf(trees.head(), path);
        if (problem.isEmpty()) {
            return Optional.empty();
        }
        boolean onTarget = problemOf(trees.target(), path).isEmpty();
        boolean takenAway = problemOf(trees.base(), path).isEmpty();
        boolean filtered = filtered(content(trees.head(), path)).isPresent();
        return (onTarget || !adopted) && !takenAway
                ? Optional.empty()
                : Optional.of(new Failing(path.display(), problem.get(), filtered, onTarget, Set.copyOf(askedBy)));
    }

    private static Optional<String> problemOf(Snapshot snapshot, RawPath path) {
        FileContent content = content(snapshot, path);
        if (content.bytes().isPresent()) {
            Optional<String> filtered = filtered(content);
            if (filtered.isPresent()) {
                return Optional.of("is " + filtered.get());
            }
            boolean blank = Characters.isBlank(new String(content.bytes().get(), StandardCharsets.UTF_8));
            return blank ? Optional.of("is blank") : Optional.empty();
        }
        boolean large = content.flaw().equals(Optional.of(FileContent.Flaw.TOO_LARGE));
        return large ? Optional.empty() : Optional.of(content.problem());
    }

    private static FileContent content(Snapshot snapshot, RawPath path) {
        return snapshot.content(snapshot.entry(path), MOST);
    }

    private static Optional<String> filtered(FileContent content) {
        return content.bytes().isPresent() ? FilteredFile.kind(content.bytes().get()) : Optional.empty();
    }
}
