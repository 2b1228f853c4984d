package dev.gatekeeper.git;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
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
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * What of a change's commits has landed already, by a squash or in a cherry-pick, though the commits themselves have not.
 *
 * <p>An example: Jane's branch lands by a squash, and Alice's branch, which grew on top of it, goes on in the same file. Jane's commit
 * left the file as the target has it: nothing of hers is left to be approved, and she may approve what Alice wrote. But where head has
 * the very state that some commit before had, that one wrote it, however often it was taken back in between.
 */
final class Landed {

    private final Map<ObjectId, Set<RawPath>> byCommit;

    private Landed(Map<ObjectId, Set<RawPath>> byCommit) {
        this.byCommit = byCommit;
    }

    /** @param touched what each commit of the change touched, each commit before its parents */
    static Landed of(Map<RevCommit, TouchedPaths> touched, PathIndex changed, TreeDiff diff) throws IOException {
        Map<RawPath, Integer> numbers = new LinkedHashMap<>();
        for (TouchedPaths commit : touched.values()) {
            for (RawPath path : commit.asOnTarget()) {
                numbers.putIfAbsent(path, numbers.size());
            }
        }
        Map<ObjectId, Set<RawPath>> landed = new HashMap<>();
        if (numbers.isEmpty()) {
            return new Landed(landed);
        }
        Map<ObjectId, BitSet> upTo = new HashMap<>();
        List<Map.Entry<RevCommit, TouchedPaths>> oldestFirst = new ArrayList<>(touched.entrySet());
        Collections.reverse(oldestFirst);
        for (Map.Entry<RevCommit, TouchedPaths> read : oldestFirst) {
            RevCommit commit = read.getKey();
            Optional<BitSet> before = before(commit, upTo);
            BitSet inHead = before.orElseGet(BitSet::new);
            landed.put(commit.copy(), parts(read.getValue(), inHead, numbers));
            Set<RawPath> own =
                    before.isPresent() ? read.getValue().asInHead() : asInHead(commit, numbers.keySet(), changed, diff);
            for (RawPath path : own) {
                Integer number = numbers.get(path);
                if (number != null) {
                    inHead.set(number);
                }
            }
            upTo.put(commit.copy(), inHead);
        }
        return new Landed(landed);
    }

    /** What the commits of the change before {@code commit} had as head has it; empty where it is the first. */
    private static Optional<BitSet> before(RevCommit commit, Map<ObjectId, BitSet> upTo) {
        Optional<BitSet> before = Optional.empty();
        for (RevCommit parent : commit.getParents()) {
            if (upTo.containsKey(parent)) {
                BitSet all = before.orElseGet(BitSet::new);
                all.or(upTo.get(parent));
                before = Optional.of(all);
            }
        }
        return before;
    }

    private static Set<RawPath> parts(TouchedPaths commit, BitSet inHead, Map<RawPath, Integer> numbers) {
        Set<RawPath> parts = new HashSet<>();
        for (RawPath path : commit.asOnTarget()) {
            Integer number = numbers.get(path);
            if (number != null && !inHead.get(number)) {
                parts.add(path);
            }
        }
        return parts;
    }

    /** Those of {@code paths} that {@code commit} has as head has them, though its parents, which are not the change's, may have too. */
    private static Set<RawPath> asInHead(RevCommit commit, Set<RawPath> paths, PathIndex changed, TreeDiff diff)
            throws IOException {
        Map<RawPath, Entry> entries = new HashMap<>();
        diff.walk(List.of(commit.getTree().getId()), new TreeDiff.Visitor() {
            @Override
            public boolean matters(TreeWalk walk) {
                RawPath path = TreeDiff.path(walk);
                return walk.isSubtree() ? changed.isBelow(path) : paths.contains(path);
            }

            @Override
            public void entry(TreeWalk walk) {
                entries.put(TreeDiff.path(walk), TreeDiff.entry(walk, 0));
            }
        });
        Set<RawPath> found = new HashSet<>();
        for (RawPath path : paths) {
            Optional<ChangedPath> known = changed.at(path);
            if (known.isPresent()
                    && TreeDiff.isSame(
                            entries.getOrDefault(path, Entry.ABSENT),
                            known.get().after())) {
                found.add(path);
            }
        }
        return found;
    }

    /** The paths in which what {@code commit} did has landed. */
    Set<RawPath> in(ObjectId commit) {
        return byCommit.getOrDefault(commit, Set.of());
    }
}
