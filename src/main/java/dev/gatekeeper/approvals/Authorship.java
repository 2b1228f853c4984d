package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.RawPath;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who wrote which path of a change. */
final class Authorship {

    private final Change change;
    private final Map<RawPath, Set<Person>> byPath = new HashMap<>();
    private final Set<RawPath> made = new HashSet<>();

    Authorship(Change change, Collection<RawPath> paths) {
        this.change = change;
        paths.forEach(path -> byPath.put(path, new HashSet<>()));
        for (Commit commit : change.commits()) {
            made.addAll(commit.made());
            for (RawPath path : commit.touched()) {
                Set<Person> authors = byPath.get(path);
                if (authors != null) {
                    authors.addAll(commit.authors());
                }
            }
        }
    }

    /**
     * The authors of the commits that touch {@code path}. What no commit made came in by a merge that took it from before the change,
     * such as one that brings back an old state, whatever others did to the path on the way: everybody in the change may have done that.
     */
    Set<Person> of(RawPath path) {
        return made.contains(path) ? byPath.getOrDefault(path, Set.of()) : ofCommits(false);
    }

    /**
     * The authors of all commits, but for those that touch only contracts and approvals; of these too where something came in that no
     * commit made, as for {@link #of}.
     */
    Set<Person> ofAll() {
        for (ChangedPath changed : change.paths()) {
            if (!changed.hasLanded()
                    && !Layout.isContractOrApproval(changed.path())
                    && !made.contains(changed.path())) {
                return ofCommits(false);
            }
        }
        return ofCommits(true);
    }

    /** {@code paths} by who wrote them; one path stands for all that have the same authors. */
    Map<Set<Person>, RawPath> parts(Collection<RawPath> paths) {
        Map<Set<Person>, RawPath> parts = new LinkedHashMap<>();
        paths.forEach(path -> parts.putIfAbsent(of(path), path));
        return parts;
    }

    private Set<Person> ofCommits(boolean workOnly) {
        return change.commits().stream()
                .filter(commit -> !(workOnly && commit.ownFilesOnly()))
                .flatMap(commit -> commit.authors().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
