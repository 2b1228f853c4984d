package dev.gatekeeper.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Commits in memory, each at a position above those of its parents, so that what two of them come from is found without their dates.
 *
 * <p>A walk down these positions has seen everything that descends from a commit before it gets there, so it knows then whose ancestor
 * the commit is. The positions are those of a search into the depth that goes into a change's own commits first: what a merge brings
 * into a branch stands between this merge and the one before, and the walk for each of many merges is as short as what it brings.
 */
final class CommitGraph {

    private static final int ONE = 1;
    private static final int OTHER = 2;
    private static final int BOTH = ONE | OTHER;

    /** Below a best common ancestor. */
    private static final int BELOW = 4;

    private final Map<ObjectId, Integer> positions = new HashMap<>();
    private final List<ObjectId> ids = new ArrayList<>();
    private final List<int[]> parents = new ArrayList<>();

    /** By position, for one walk at a time, and the positions that have marks. */
    private final byte[] marks;

    private final int[] marked;

    /**
     * @param commits all commits of the graph; parents that are not among them are left out
     * @param first those into which the search goes first
     */
    CommitGraph(Map<ObjectId, RevCommit> commits, Set<ObjectId> first) {
        for (RevCommit commit : parentsFirst(commits, first)) {
            add(commit);
        }
        this.marks = new byte[ids.size()];
        this.marked = new int[ids.size()];
    }

    /**
     * {@code commits}, each after its parents, whatever their dates say: as a search into the depth comes back from them.
     *
     * @param commits by id; the first is one that all others are ancestors of
     * @param first those of them into which the search goes first
     */
    static Collection<RevCommit> parentsFirst(Map<ObjectId, RevCommit> commits, Set<ObjectId> first) {
        Set<RevCommit> done = new LinkedHashSet<>();
        Deque<RevCommit> open = new ArrayDeque<>();
        for (RevCommit start : commits.values()) {
            open.push(start);
            while (!open.isEmpty()) {
                RevCommit next = null;
                for (RevCommit parent : open.peek().getParents()) {
                    RevCommit known = commits.get(parent);
                    boolean wanted = known != null && !done.contains(known);
                    if (wanted && (next == null || (!first.contains(next) && first.contains(known)))) {
                        next = known;
                    }
                }
                if (next == null) {
                    done.add(open.pop());
                } else {
                    open.push(next);
                }
            }
        }
        return done;
    }

    private void add(RevCommit commit) {
        List<Integer> known = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            Integer position = positions.get(parent);
            if (position != null) {
                known.add(position);
            }
        }
        positions.put(commit.copy(), ids.size());
        ids.add(commit.copy());
        parents.add(known.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The best common ancestors of two commits of the graph, as far as they are in the graph too. */
    Set<ObjectId> mergeBases(ObjectId one, ObjectId other) {
        Walk walk = new Walk();
        walk.mark(position(one), ONE);
        walk.mark(position(other), OTHER);
        Set<ObjectId> bases = walk.bases();
        walk.clear();
        return bases;
    }

    private int position(ObjectId id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException(id.name() + " is not in the graph");
        }
        return position;
    }

    /** A walk down from two commits, which marks what comes from which. */
    private final class Walk {

        private final BitSet waiting = new BitSet();
        private int size;

        /** How many wait that have the marks by which they are indexed. */
        private final int[] counts = new int[BELOW << 1];

        /** Until one of the two has nothing left for itself, and no ancestor that they share may still turn out to be a best one. */
        Set<ObjectId> bases() {
            Set<ObjectId> bases = new LinkedHashSet<>();
            int next = waiting.length() - 1;
            while ((counts[ONE] > 0 && counts[OTHER] > 0) || counts[BOTH] > 0) {
                int mark = marks[next];
                waiting.clear(next);
                counts[mark]--;
                if (mark == BOTH) {
                    bases.add(ids.get(next));
                    mark |= BELOW;
                }
                for (int parent : parents.get(next)) {
                    mark(parent, mark);
                }
                next = waiting.previousSetBit(next - 1);
            }
            return bases;
        }

        void mark(int position, int mark) {
            int before = marks[position];
            int after = before | mark;
            if (waiting.get(position)) {
                counts[before]--;
            } else {
                waiting.set(position);
            }
            counts[after]++;
            if (before == 0) {
                marked[size++] = position;
            }
            marks[position] = (byte) after;
        }

        void clear() {
            for (int i = 0; i < size; i++) {
                marks[marked[i]] = 0;
            }
        }
    }
}
