package dev.gatekeeper.change;

import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.text.UndecidedCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a change moves from the tree into the ledger, and what else it does to the ledger.
 *
 * <p>A contract is moved where merge base and target hold it alike, head has it no more, and its line is in the ledger, the target's or
 * the change's; its approvals go with it. All of that is in {@code green}, with the files of the ledger that differ by such lines alone.
 *
 * @param green the entries that are of that and of nothing else
 * @param altered the files of the ledger that the change makes unreadable, or takes lines out of
 */
record Archiving(Set<ChangedPath> green, List<AlteredLedger> altered) {

    /** The most bytes of a contract. */
    private static final int MOST = 256 * 1024;

    /** Finds out what {@code change} moves; {@code ledger} is the target's. */
    static Archiving of(Change change, Trees trees, Ledger ledger) {
        Sorting sorting = new Sorting(trees, ledger);
        for (ChangedPath changed : change.paths()) {
            if (!changed.hasLanded()) {
                sorting.add(changed);
            }
        }
        return sorting.sorted();
    }

    private static final class Sorting {

        private final Trees trees;
        private final Ledger ledger;
        private final Map<RawPath, ChangedPath> files = new TreeMap<>();
        private final Map<String, ChangedPath> contracts = new TreeMap<>();
        private final List<ChangedPath> approvals = new ArrayList<>();
        private final Map<RawPath, LedgerFile> atHead = new HashMap<>();
        private final Set<LedgerLine> moved = new HashSet<>();
        private final Set<ChangedPath> green = new HashSet<>();
        private final List<AlteredLedger> altered = new ArrayList<>();

        Sorting(Trees trees, Ledger ledger) {
            this.trees = trees;
            this.ledger = ledger;
        }

        void add(ChangedPath changed) {
            Optional<RawPath> file = Layout.ofLedger(changed.path());
            if (file.isPresent()) {
                if (file.get().equals(changed.path())) {
                    files.put(changed.path(), changed);
                    atHead.put(changed.path(), LedgerFile.of(trees.head(), changed.path()));
                } else if (!changed.after().isAbsent()) {
                    altered.add(new AlteredLedger(changed, "this change has a folder where a file of the ledger lies"));
                }
            } else if (changed.after().isAbsent()
                    && changed.before().isFile()
                    && changed.before().equals(changed.onTarget())) {
                Optional<String> id = Layout.contractId(changed.path());
                if (id.isPresent()) {
                    contracts.put(id.get(), changed);
                }
                if (Layout.approvedId(changed.path()).isPresent()) {
                    approvals.add(changed);
                }
            }
        }

        Archiving sorted() {
            Set<String> ids = new HashSet<>();
            for (Map.Entry<String, ChangedPath> contract : contracts.entrySet()) {
                Optional<LedgerLine> line = line(contract.getKey(), contract.getValue());
                if (line.isPresent()) {
                    moved.add(line.get());
                    ids.add(contract.getKey());
                    green.add(contract.getValue());
                }
            }
            for (ChangedPath approval : approvals) {
                String id = Layout.approvedId(approval.path()).orElseThrow();
                if (ids.contains(id) || ledger.holds(id)) {
                    green.add(approval);
                }
            }
            for (ChangedPath changed : files.values()) {
                file(changed);
            }
            return new Archiving(green, altered);
        }

        /** The line by which {@code contract} is archived; empty where it isn't. */
        private Optional<LedgerLine> line(String id, ChangedPath contract) {
            LedgerFile own = atHead.getOrDefault(Layout.ledgerFile(id), LedgerFile.NONE);
            if (!own.holds(id) && !ledger.holds(id)) {
                return Optional.empty();
            }
            return trees.target()
                    .read(contract.before(), MOST)
                    .map(bytes -> new LedgerLine(id, Digests.sha256(bytes)))
                    .filter(line -> own.lines().contains(line) || ledger.holds(line));
        }

        private void file(ChangedPath changed) {
            RawPath path = changed.path();
            LedgerFile onTarget = ledger.file(path);
            LedgerFile before = LedgerFile.of(trees.base(), path);
            if (before.problem().isPresent()) {
                throw new CannotDecideException(
                        UndecidedCode.TARGET_UNMERGED,
                        path + " of the merge base " + before.problem().get() + "; the target has mended that since",
                        "Merge the target into your branch.");
            }
            LedgerFile after = atHead.getOrDefault(path, LedgerFile.NONE);
            SortedSet<LedgerLine> gone = new TreeSet<>(before.lines());
            gone.removeAll(after.lines());
            SortedSet<LedgerLine> added = new TreeSet<>(after.lines());
            added.removeAll(before.lines());
            boolean none = added.isEmpty();
            added.removeAll(onTarget.lines());
            added.removeAll(moved);
            if (after.problem().isPresent()) {
                altered.add(new AlteredLedger(
                        changed,
                        "this change leaves it unreadable: it "
                                + after.problem().get()));
            } else if (!gone.isEmpty()) {
                altered.add(new AlteredLedger(
                        changed,
                        "the ledger of archived contracts forgets nothing, and this change takes out "
                                + (gone.size() == 1 ? "the line" : gone.size() + " lines, the first of them") + " '"
                                + gone.first() + "'"));
            } else if (!none && added.isEmpty() && keepsMode(changed)) {
                green.add(changed);
            }
        }

        private static boolean keepsMode(ChangedPath changed) {
            int before =
                    changed.before().isAbsent() ? 0100644 : changed.before().mode();
            return changed.after().mode() == before;
        }
    }
}
