package dev.gatekeeper.git;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.RawPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * What of a change's commits has landed already, by a squash or in a cherry-pick, though the commits themselves have not.
 *
 * <p>An example: Jane's branch lands by a squash, and Alice's branch, which grew on top of it, goes on in the same file. Jane's commit
 * left the file as the target has it: nothing of hers is left to be approved, and she may approve what Alice wrote. But where head has
 * the very state that some commit before had, that one wrote it, however often it was taken back in between. And where head has a path
 * as a merge of texts gave it, whoever took something back before has a part in what came out.
 */
final class Landed {

    private final Map<ObjectId, Set<RawPath>> byCommit;

    private Landed(Map<ObjectId, Set<RawPath>> byCommit) {
        this.byCommit = byCommit;
    }

    /** @param touched what each commit of the change touched, each commit before its parents */
    static Landed of(Map<RevCommit, TouchedPaths> touched, CheckedTrees trees) throws IOException {
        Set<RawPath> joined = new HashSet<>();
        for (TouchedPaths commit : touched.values()) {
            joined.addAll(commit.joined());
        }
        Map<ChangedPath, Integer> numbers = new LinkedHashMap<>();
        for (TouchedPaths commit : touched.values()) {
            for (ChangedPath path : commit.asOnTarget()) {
                if (!joined.contains(path.path())) {
                    numbers.putIfAbsent(path, numbers.size());
                }
            }
        }
        Map<ObjectId, Set<RawPath>> landed = new HashMap<>();
        if (numbers.isEmpty()) {
            return new Landed(landed);
        }
        HeadStates states = new HeadStates(trees, List.copyOf(numbers.keySet()));
        Map<ObjectId, BitSet> upTo = new HashMap<>();
        List<Map.Entry<RevCommit, TouchedPaths>> oldestFirst = new ArrayList<>(touched.entrySet());
        Collections.reverse(oldestFirst);
        for (Map.Entry<RevCommit, TouchedPaths> read : oldestFirst) {
            RevCommit commit = read.getKey();
            BitSet inHead = before(commit, upTo);
            Set<RawPath> parts = new HashSet<>();
            for (ChangedPath path : read.getValue().asOnTarget()) {
                Integer number = numbers.get(path);
                if (number != null && !inHead.get(number)) {
                    parts.add(path.path());
                }
            }
            landed.put(commit.copy(), parts);
            inHead.or(states.in(commit.getTree().getId()));
            upTo.put(commit.copy(), inHead);
        }
        return new Landed(landed);
    }

    /** What the commits of the change before {@code commit} had as head has it. */
    private static BitSet before(RevCommit commit, Map<ObjectId, BitSet> upTo) {
        BitSet before = new BitSet();
        for (RevCommit parent : commit.getParents()) {
            BitSet known = upTo.get(parent);
            if (known != null) {
                before.or(known);
            }
        }
        return before;
    }

    /** The paths in which what {@code commit} did has landed. */
    Set<RawPath> in(ObjectId commit) {
        return byCommit.getOrDefault(commit, Set.of());
    }
}
