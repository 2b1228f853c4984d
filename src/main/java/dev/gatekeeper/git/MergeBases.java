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
 * <p>Of a few merges they are looked for one by one. A change can hold hundreds, so from then on the history that all of them need is
 * read once, and no further back than where the first of its branches parted from the target.
 */
final class MergeBases {

    /** Histories that people cross have a handful; each has to be read for each merge. */
    private static final int MOST = 50;

    /** Of how many merges the bases are looked for one by one: each may take as long as all of history does. */
    static final int FEW = 10;

    private final Ancestry ancestry;
    private final Set<ObjectId> shallow;
    private final Map<ObjectId, RevCommit> change = new LinkedHashMap<>();
    private int few;
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
     * @param few see {@link #FEW}
     */
    MergeBases(Ancestry ancestry, Set<ObjectId> shallow, List<RevCommit> change, int few) {
        this.ancestry = ancestry;
        this.shallow = shallow;
        this.few = shallow.isEmpty() ? few : 0;
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
        if (few > 0) {
            few--;
            Set<ObjectId> bases = ancestry.mergeBases(merge.getParent(0), merge.getParent(1));
            return bases.size() > MOST ? Optional.empty() : Optional.of(bases);
        }
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
