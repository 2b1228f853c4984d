package dev.gatekeeper.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * Which commits come from which.
 *
 * <p>JGit, as git, walks history by the commits' dates, which are free text: forged dates can make it return too much, never too
 * little. What is too much is taken out here, whatever the dates say.
 */
final class Ancestry {

    private final ObjectReader reader;

    Ancestry(ObjectReader reader) {
        this.reader = reader;
    }

    /** The best common ancestors of two commits: none, one, or several where histories cross. */
    Set<ObjectId> mergeBases(ObjectId one, ObjectId other) throws IOException {
        if (one.equals(other)) {
            return Set.of(one);
        }
        Set<ObjectId> bases = new LinkedHashSet<>();
        try (RevWalk walk = walk()) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(one));
            walk.markStart(walk.parseCommit(other));
            for (RevCommit base : walk) {
                bases.add(base.copy());
            }
        }
        return bases.size() < 2 ? bases : withoutAncestors(bases);
    }

    /** With several bases the walk may have been misled; the true ones are among them, and no base descends from a true one. */
    private Set<ObjectId> withoutAncestors(Set<ObjectId> bases) throws IOException {
        Set<ObjectId> best = new LinkedHashSet<>(bases);
        try (RevWalk walk = walk()) {
            for (ObjectId base : bases) {
                for (RevCommit parent : walk.parseCommit(base).getParents()) {
                    walk.markStart(walk.parseCommit(parent));
                }
            }
            for (RevCommit ancestor : walk) {
                best.remove(ancestor);
                if (best.size() == 1) {
                    break;
                }
            }
        }
        return best;
    }

    /**
     * The commits that {@code tips} reach and {@code base} does not, for a base that all common ancestors lead to; each before its
     * parents, whatever the dates say.
     */
    List<ObjectId> since(ObjectId base, Collection<ObjectId> tips) throws IOException {
        Map<ObjectId, RevCommit> found = new LinkedHashMap<>();
        try (RevWalk walk = walk()) {
            for (ObjectId tip : tips) {
                walk.markStart(walk.parseCommit(tip));
            }
            walk.markUninteresting(walk.parseCommit(base));
            walk.sort(RevSort.TOPO);
            for (RevCommit commit : walk) {
                found.put(commit.copy(), commit);
            }
            Set<ObjectId> doubtful = new LinkedHashSet<>(found.keySet());
            doubtful.removeAll(descendants(base, found.values()));
            removeReached(base, doubtful, found);
        }
        return new ArrayList<>(found.keySet());
    }

    /** Those of {@code commits} that surely come after {@code base}. */
    private static Set<ObjectId> descendants(ObjectId base, Collection<RevCommit> commits) {
        Map<ObjectId, List<ObjectId>> children = new HashMap<>();
        for (RevCommit commit : commits) {
            for (RevCommit parent : commit.getParents()) {
                children.computeIfAbsent(parent.copy(), any -> new ArrayList<>())
                        .add(commit.copy());
            }
        }
        Set<ObjectId> descendants = new LinkedHashSet<>();
        Deque<ObjectId> open = new ArrayDeque<>(List.of(base));
        while (!open.isEmpty()) {
            for (ObjectId child : children.getOrDefault(open.remove(), List.of())) {
                if (descendants.add(child)) {
                    open.add(child);
                }
            }
        }
        return descendants;
    }

    /** Takes out what {@code base} reaches after all; one left in would stand for what nobody in the change made. */
    private void removeReached(ObjectId base, Set<ObjectId> doubtful, Map<ObjectId, RevCommit> found)
            throws IOException {
        if (doubtful.isEmpty()) {
            return;
        }
        try (RevWalk walk = walk()) {
            walk.markStart(walk.parseCommit(base));
            for (RevCommit older : walk) {
                if (doubtful.remove(older)) {
                    found.remove(older);
                }
                if (doubtful.isEmpty()) {
                    break;
                }
            }
        }
    }

    private RevWalk walk() {
        RevWalk walk = new RevWalk(reader);
        walk.setRetainBody(false);
        return walk;
    }
}
