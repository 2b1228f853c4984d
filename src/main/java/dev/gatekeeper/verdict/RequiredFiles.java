package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.text.Characters;
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
 * change did not take it away.
 */
public final class RequiredFiles {

    /** A file of this size or more is not blank; nobody pads an empty page with a mebibyte of blanks by mistake. */
    private static final int MOST = 1 << 20;

    private final Snapshot base;
    private final Snapshot target;
    private final Snapshot head;

    public RequiredFiles(Snapshot base, Snapshot target, Snapshot head) {
        this.base = base;
        this.target = target;
        this.head = head;
    }

    /** The required files of {@code policies} that fail, in the order of their paths. */
    public List<RequiredFile> failing(Policies policies) {
        Map<String, Set<Origin>> required = new TreeMap<>();
        for (Policy policy : policies.inForce()) {
            for (String file : policy.requiredFiles()) {
                required.computeIfAbsent(file, key -> EnumSet.noneOf(Origin.class))
                        .add(policy.origin());
            }
        }
        List<RequiredFile> failing = new ArrayList<>();
        for (Map.Entry<String, Set<Origin>> file : required.entrySet()) {
            Optional<RequiredFile> found = failing(RawPath.of(file.getKey()), file.getValue());
            if (found.isPresent()) {
                failing.add(found.get());
            }
        }
        return failing;
    }

    private Optional<RequiredFile> failing(RawPath path, Set<Origin> askedBy) {
        Optional<String> problem = problemOf(head, path);
        if (problem.isEmpty()) {
            return Optional.empty();
        }
        boolean onTarget = problemOf(target, path).isEmpty();
        boolean takenAway = problemOf(base, path).isEmpty();
        return onTarget && !takenAway
                ? Optional.empty()
                : Optional.of(new RequiredFile(path.display(), problem.get(), onTarget, Set.copyOf(askedBy)));
    }

    private static Optional<String> problemOf(Snapshot snapshot, RawPath path) {
        Entry entry = snapshot.entry(path);
        if (entry.isAbsent()) {
            return Optional.of("is missing");
        }
        if (!entry.isFile()) {
            return Optional.of("is not a regular file");
        }
        Optional<byte[]> bytes = snapshot.read(entry, MOST);
        boolean blank = bytes.isPresent() && Characters.isBlank(new String(bytes.get(), StandardCharsets.UTF_8));
        return blank ? Optional.of("is blank") : Optional.empty();
    }
}
