package dev.gatekeeper.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
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

    /** How often an older commit is tried as the floor of a {@link Region}, before all of history is read. */
    private static final int TRIES = 8;

    /** One for all walks: it keeps what it has read. */
    private final RevWalk walk;

    Ancestry(ObjectReader reader) {
        this.walk = new RevWalk(reader);
        walk.setRetainBody(false);
    }

    /**
     * A part of history that holds whatever two of its commits come from: all that some tips reach, but for the ancestors of a floor.
     *
     * @param floor what everything that left the target comes from; empty for all of history
     * @param commits by id, the floor among them; forged dates can leave some of its ancestors in
     * @param aboveFloor the ids of those that descend from the floor, and its own; of all of history, all
     */
    record Region(Optional<ObjectId> floor, Map<ObjectId, RevCommit> commits, Set<ObjectId> aboveFloor) {}

    /** The root folder of {@code commit}. */
    ObjectId tree(ObjectId commit) throws IOException {
        return walk.parseCommit(commit).getTree().getId();
    }

    /** The best common ancestors of two commits: none, one, or several where histories cross. */
    Set<ObjectId> mergeBases(ObjectId one, ObjectId other) throws IOException {
        if (one.equals(other)) {
            return Set.of(one);
        }
        Set<ObjectId> bases = new LinkedHashSet<>();
        start(List.of(one, other));
        walk.setRevFilter(RevFilter.MERGE_BASE);
        for (RevCommit base : walk) {
            bases.add(base.copy());
        }
        return bases.size() < 2 ? bases : withoutAncestors(bases);
    }

    /** With several bases the walk may have been misled; the true ones are among them, and no base descends from a true one. */
    Set<ObjectId> withoutAncestors(Set<ObjectId> bases) throws IOException {
        Set<ObjectId> best = new LinkedHashSet<>(bases);
        List<ObjectId> parents = new ArrayList<>();
        for (ObjectId base : bases) {
            for (RevCommit parent : walk.parseCommit(base).getParents()) {
                parents.add(parent.copy());
            }
        }
        start(parents);
        for (RevCommit ancestor : walk) {
            best.remove(ancestor);
            if (best.size() == 1) {
                break;
            }
        }
        return best;
    }

    /**
     * The commits that {@code tips} reach and {@code base} does not, for a base that all common ancestors lead to; each before its
     * parents, whatever the dates say.
     */
    List<RevCommit> since(ObjectId base, Collection<ObjectId> tips) throws IOException {
        Map<ObjectId, RevCommit> found = between(base, tips);
        Set<ObjectId> doubtful = new LinkedHashSet<>(found.keySet());
        doubtful.removeAll(descendants(base, found.values()));
        if (!doubtful.isEmpty()) {
            Region region = region(found, tips);
            Set<ObjectId> reached = region.aboveFloor().containsAll(doubtful)
                    ? ancestors(base, region.commits())
                    : reached(base, doubtful);
            doubtful.retainAll(reached);
            // One left in would stand for what nobody in the change made.
            found.keySet().removeAll(doubtful);
        }
        List<RevCommit> commits = new ArrayList<>(CommitGraph.parentsFirst(found, Set.of()));
        Collections.reverse(commits);
        return commits;
    }

    /** @param change all commits of a change, which {@code tips} reach */
    Region region(Map<ObjectId, RevCommit> change, Collection<ObjectId> tips) throws IOException {
        Set<ObjectId> left = new LinkedHashSet<>();
        for (RevCommit commit : change.values()) {
            for (RevCommit parent : commit.getParents()) {
                if (!change.containsKey(parent)) {
                    left.add(parent.copy());
                }
            }
        }
        if (left.isEmpty()) {
            return new Region(Optional.empty(), change, change.keySet());
        }
        Optional<ObjectId> floor = left.stream().reduce((one, older) -> older);
        for (int i = 0; i < TRIES && floor.isPresent(); i++) {
            Map<ObjectId, RevCommit> commits = between(floor.get(), tips);
            Set<ObjectId> above = descendants(floor.get(), commits.values());
            above.add(floor.get());
            commits.put(floor.get(), walk.parseCommit(floor.get()));
            Optional<ObjectId> stranger =
                    left.stream().filter(id -> !above.contains(id)).findFirst();
            if (stranger.isEmpty()) {
                return new Region(floor, commits, above);
            }
            floor = mergeBases(floor.get(), stranger.get()).stream().findFirst();
        }
        start(tips);
        Map<ObjectId, RevCommit> all = found();
        return new Region(Optional.empty(), all, all.keySet());
    }

    private Map<ObjectId, RevCommit> between(ObjectId base, Collection<ObjectId> tips) throws IOException {
        start(tips);
        walk.markUninteresting(walk.parseCommit(base));
        Map<ObjectId, RevCommit> found = new LinkedHashMap<>();
        for (Map.Entry<ObjectId, RevCommit> seen : found().entrySet()) {
            // Where dates lie, the walk may have come to know too late that the base reaches a commit, too.
            if (!seen.getValue().has(RevFlag.UNINTERESTING)) {
                found.put(seen.getKey(), seen.getValue());
            }
        }
        return found;
    }

    private void start(Collection<ObjectId> tips) throws IOException {
        walk.reset();
        walk.sort(RevSort.NONE);
        walk.setRevFilter(RevFilter.ALL);
        for (ObjectId tip : tips) {
            walk.markStart(walk.parseCommit(tip));
        }
    }

    private Map<ObjectId, RevCommit> found() {
        Map<ObjectId, RevCommit> found = new LinkedHashMap<>();
        for (RevCommit commit : walk) {
            found.put(commit.copy(), commit);
        }
        return found;
    }

    /** Those of {@code commits} that surely come after {@code base}. */
    private static Set<ObjectId> descendants(ObjectId base, Collection<RevCommit> commits) {
        Map<ObjectId, List<ObjectId>> children = new HashMap<>();
        for (RevCommit commit : commits) {
            for (RevCommit parent : commit.getParents()) {
                List<ObjectId> known = children.get(parent);
                if (known == null) {
                    known = new ArrayList<>();
                    children.put(parent.copy(), known);
                }
                known.add(commit.copy());
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

    /** Those of {@code commits} that {@code tip} reaches by way of others of them, its own id too. */
    private static Set<ObjectId> ancestors(ObjectId tip, Map<ObjectId, RevCommit> commits) {
        Set<ObjectId> ancestors = new HashSet<>(Set.of(tip));
        Deque<ObjectId> open = new ArrayDeque<>(ancestors);
        while (!open.isEmpty()) {
            RevCommit commit = commits.get(open.remove());
            if (commit != null) {
                for (RevCommit parent : commit.getParents()) {
                    if (ancestors.add(parent.copy())) {
                        open.add(parent.copy());
                    }
                }
            }
        }
        return ancestors;
    }

    /** Those of {@code ids} that {@code base} reaches. */
    private Set<ObjectId> reached(ObjectId base, Set<ObjectId> ids) throws IOException {
        Set<ObjectId> reached = new HashSet<>();
        start(List.of(base));
        for (RevCommit older : walk) {
            if (ids.contains(older)) {
                reached.add(older.copy());
            }
            if (reached.size() == ids.size()) {
                break;
            }
        }
        return reached;
    }
}
