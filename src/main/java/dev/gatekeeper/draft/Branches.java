package dev.gatekeeper.draft;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The branches that have to hold a contract before it goes.
 *
 * @param trees of the change that archives it
 * @param defaultBranch the default branch's, where it is known and isn't the target: what it lacks has still to land there, and is
 *     answered for by that contract
 */
public record Branches(Trees trees, Optional<Snapshot> defaultBranch) {

    Snapshot target() {
        return trees.target();
    }

    Snapshot head() {
        return trees.head();
    }

    /** What they hold in {@code path}. */
    Folder folder(RawPath path) {
        List<Map<RawPath, Entry>> others = new ArrayList<>();
        others.add(trees.base().listing(path));
        defaultBranch.ifPresent(branch -> others.add(branch.listing(path)));
        return new Folder(trees.target().listing(path), trees.head().listing(path), others);
    }

    /**
     * One folder of each of them, as lists of it.
     *
     * @param others those of the merge base and, where it is another, of the default branch
     */
    record Folder(Map<RawPath, Entry> target, Map<RawPath, Entry> head, List<Map<RawPath, Entry>> others) {

        /**
         * The regular file that all of them hold at {@code path}. Head may have deleted it already, as by an archive of which a merge
         * has lost the line.
         */
        Optional<Entry> heldAlike(RawPath path) {
            Entry entry = target.getOrDefault(path, Entry.ABSENT);
            Entry own = head.getOrDefault(path, Entry.ABSENT);
            boolean alike = entry.isFile()
                    && (own.equals(entry) || own.isAbsent())
                    && others.stream()
                            .allMatch(other ->
                                    other.getOrDefault(path, Entry.ABSENT).equals(entry));
            return alike ? Optional.of(entry) : Optional.empty();
        }
    }
}
