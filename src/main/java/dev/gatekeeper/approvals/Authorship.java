package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Author;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who wrote which path of a change. */
final class Authorship {

    private final Change change;
    private final List<Commit> commits;
    private final Map<RawPath, Map<Person, Author>> byPath = new HashMap<>();
    private final Set<RawPath> made = new HashSet<>();

    /** @param commits what {@link Approvals#scope} asks for */
    Authorship(Change change, List<Commit> commits, Collection<RawPath> paths) {
        this.change = change;
        this.commits = commits;
        paths.forEach(path -> byPath.put(path, new LinkedHashMap<>()));
        for (Commit commit : commits) {
            made.addAll(commit.made());
            for (RawPath path : commit.touched()) {
                Map<Person, Author> authors = byPath.get(path);
                if (authors != null) {
                    add(commit, authors);
                }
            }
        }
    }

    /**
     * The authors of the commits that touch {@code path}, each person once. What no commit made, or none touched, came in by a merge that
     * took it from before the change, such as one that brings back an old state, whatever others did to the path on the way: everybody in
     * the change may have done that.
     */
    List<Author> of(RawPath path) {
        return List.copyOf(byPerson(path).values());
    }

    /**
     * The authors of all commits, but for those that touch only contracts and approvals; of these too where something came in that no
     * commit made, as for {@link #of}.
     */
    List<Author> ofAll() {
        for (ChangedPath changed : change.paths()) {
            if (!changed.hasLanded()
                    && !Layout.isContractOrApproval(changed.path())
                    && !made.contains(changed.path())) {
                return List.copyOf(ofCommits(false).values());
            }
        }
        return List.copyOf(ofCommits(true).values());
    }

    /** Of {@code paths} one that stands for all that the same people wrote. */
    List<RawPath> onePerPart(Collection<RawPath> paths) {
        Map<Set<Person>, RawPath> parts = new LinkedHashMap<>();
        paths.forEach(path -> parts.putIfAbsent(byPerson(path).keySet(), path));
        return List.copyOf(parts.values());
    }

    private Map<Person, Author> byPerson(RawPath path) {
        Map<Person, Author> authors = byPath.getOrDefault(path, Map.of());
        return made.contains(path) && !authors.isEmpty() ? authors : ofCommits(false);
    }

    private Map<Person, Author> ofCommits(boolean workOnly) {
        Map<Person, Author> authors = new LinkedHashMap<>();
        for (Commit commit : commits) {
            if (!workOnly || !commit.ownFilesOnly()) {
                add(commit, authors);
            }
        }
        return authors;
    }

    private static void add(Commit commit, Map<Person, Author> authors) {
        commit.authors().forEach(author -> authors.putIfAbsent(author.person(), author));
    }
}
