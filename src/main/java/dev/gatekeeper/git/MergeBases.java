package dev.gatekeeper.git;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * What the parents of a change's merges come from.
 *
 * <p>A change can hold hundreds of merges, so the history that they need is read once, and no further back than where the first of its
 * branches parted from the target.
 */
final class MergeBases {

    /** Histories that people cross have a handful; each has to be read for each merge. */
    private static final int MOST = 50;

    private final Ancestry ancestry;
    private final Set<ObjectId> shallow;
    private final Map<ObjectId, RevCommit> change = new LinkedHashMap<>();
    private Optional<Known> known = Optional.empty();

    /**
     * What is read of history.
     *
     * @param cutOff whether the repository is a shallow one, and ends within the region, above its floor
     * @param sure the commits that are no ancestors of the floor
     */
    private record Known(CommitGraph graph, Ancestry.Region region, boolean cutOff, Set<ObjectId> sure) {}

    /**
     * @param shallow the commits of which the repository lacks the parents
     * @param change all commits of the change, its head first
     */
    MergeBases(Ancestry ancestry, Set<ObjectId> shallow, List<RevCommit> change) {
        this.ancestry = ancestry;
        this.shallow = shallow;
        for (RevCommit commit : change) {
            this.change.put(commit.copy(), commit);
        }
    }

    /**
     * The best common ancestors of the parents of {@code merge}, a commit of the change that has two; none where they have no common
     * history.
     *
     * @return empty where history is cut off, so that nobody can tell, and where there are too many
     */
    Optional<Set<ObjectId>> ofParents(RevCommit merge) throws IOException {
        if (known.isEmpty()) {
            known = Optional.of(read());
        }
        Known history = known.get();
        Set<ObjectId> bases = history.graph().mergeBases(merge.getParent(0), merge.getParent(1));
        // What may be hidden are ancestors of the floor, and so of every base above it.
        boolean hidden = !shallow.isEmpty()
                && Collections.disjoint(bases, history.region().aboveFloor());
        if (history.cutOff() || hidden || bases.size() > MOST) {
            return Optional.empty();
        }
        boolean sure = bases.size() < 2 || history.sure().containsAll(bases);
        return Optional.of(sure ? bases : ancestry.withoutAncestors(bases));
    }

    private Known read() throws IOException {
        ObjectId head = change.keySet().iterator().next();
        Ancestry.Region region = ancestry.region(change, List.of(head));
        Set<ObjectId> sure = new LinkedHashSet<>(region.aboveFloor());
        sure.addAll(change.keySet());
        boolean cutOff = !shallow.isEmpty() && isCutOff(region);
        return new Known(new CommitGraph(region.commits(), change.keySet()), region, cutOff, sure);
    }

    private boolean isCutOff(Ancestry.Region region) {
        Set<ObjectId> ends = new LinkedHashSet<>(region.commits().keySet());
        ends.retainAll(shallow);
        region.floor().ifPresent(ends::remove);
        return !ends.isEmpty();
    }
}
