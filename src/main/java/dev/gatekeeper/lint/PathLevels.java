package dev.gatekeeper.lint;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Classifier;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a policy, alone, makes of paths that a change alters, whatever else it does. */
final class PathLevels {

    /** What an altered file holds, whatever that may be. */
    private static final String ALTERED = "e".repeat(40);

    private static final Entry FILE = new Entry(0100644, "1".repeat(40));

    private PathLevels() {}

    /** {@code path} as that of an ordinary file. */
    static ClassifiedPath of(Policy policy, String path) {
        return of(policy, altered(new TreeMap<>(Map.of(RawPath.of(path), FILE))))
                .paths()
                .get(0);
    }

    static Classification of(Policy policy, List<ChangedPath> altered) {
        return new Classifier(new Policies(List.of(policy))).classify(altered);
    }

    /** {@code files} as if each were altered. */
    static List<ChangedPath> altered(SortedMap<RawPath, Entry> files) {
        List<ChangedPath> altered = new ArrayList<>();
        files.forEach(
                (path, entry) -> altered.add(new ChangedPath(path, entry, new Entry(entry.mode(), ALTERED), entry)));
        return altered;
    }
}
