package dev.gatekeeper.change;

import dev.gatekeeper.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change does to contracts and approvals: those by which it answers for itself, and those that only look like it.
 *
 * <p>Here alone an id is parsed out of a path; it travels as a value from here on. Lists are in the order of the paths.
 *
 * @param contracts the contracts that count: added by the change, with nothing at their path on the target's tip
 * @param signatures the approvals of those contracts, regular files added likewise
 * @param misplaced added YAML files below the folder of contracts whose path is not a contract's
 * @param taken added contracts that do not count, because the target's tip holds another file at their path
 * @param takenApprovals added approvals at whose path the target's tip holds another file
 * @param landed contracts that the target holds already
 * @param nearContracts added files that are read as nothing, and nearly are contracts; outside our folder by what they hold, too
 * @param nearSignatures added files that are read as nothing, and nearly are approvals; those too whose folder is no contract's
 * @param alteredContracts contracts of the merge base that the change alters or deletes
 * @param alteredApprovals approvals of the merge base that the change alters or deletes
 * @param rewritten contracts and approvals of the merge base of which the change alters the ends of lines alone
 * @param spent added contracts that do not count, because the target's ledger holds their ids
 * @param spentApprovals added approvals of those
 * @param archived what the change moves into the ledger, and the files of the ledger that differ by that alone
 * @param alteredLedger the files of the ledger that the change makes unreadable, or takes lines out of
 */
public record OwnFiles(
        List<AddedContract> contracts,
        List<AddedSignature> signatures,
        List<ChangedPath> misplaced,
        List<ChangedPath> taken,
        List<ChangedPath> takenApprovals,
        List<ChangedPath> landed,
        List<ChangedPath> nearContracts,
        List<ChangedPath> nearSignatures,
        List<ChangedPath> alteredContracts,
        List<ChangedPath> alteredApprovals,
        List<ChangedPath> rewritten,
        List<ChangedPath> spent,
        List<ChangedPath> spentApprovals,
        Set<ChangedPath> archived,
        List<AlteredLedger> alteredLedger) {

    public OwnFiles {
        contracts = List.copyOf(contracts);
        signatures = List.copyOf(signatures);
        misplaced = List.copyOf(misplaced);
        taken = List.copyOf(taken);
        takenApprovals = List.copyOf(takenApprovals);
        landed = List.copyOf(landed);
        nearContracts = List.copyOf(nearContracts);
        nearSignatures = List.copyOf(nearSignatures);
        alteredContracts = List.copyOf(alteredContracts);
        alteredApprovals = List.copyOf(alteredApprovals);
        rewritten = List.copyOf(rewritten);
        spent = List.copyOf(spent);
        spentApprovals = List.copyOf(spentApprovals);
        archived = Set.copyOf(archived);
        alteredLedger = List.copyOf(alteredLedger);
    }

    /** Sorts out what {@code change} does to the files of {@code trees}. */
    public static OwnFiles of(Change change, Trees trees) {
        Ledger ledger = new Ledger(trees.target());
        Sorting sorting = new Sorting(trees, ledger, Archiving.of(change, trees, ledger));
        for (ChangedPath changed : change.paths()) {
            sorting.add(changed);
        }
        return sorting.sorted();
    }

    /** The lists, as they grow path by path. */
    private static final class Sorting {

        private final Trees trees;
        private final List<AddedContract> contracts = new ArrayList<>();
        private final List<AddedSignature> signatures = new ArrayList<>();
        private final List<ChangedPath> misplaced = new ArrayList<>();
        private final List<ChangedPath> taken = new ArrayList<>();
        private final List<ChangedPath> takenApprovals = new ArrayList<>();
        private final List<ChangedPath> landed = new ArrayList<>();
        private final List<ChangedPath> nearContracts = new ArrayList<>();
        private final SortedMap<RawPath, ChangedPath> nearSignatures = new TreeMap<>();
        private final List<ChangedPath> alteredContracts = new ArrayList<>();
        private final List<ChangedPath> alteredApprovals = new ArrayList<>();
        private final List<ChangedPath> rewritten = new ArrayList<>();
        private final List<AddedContract> spent = new ArrayList<>();
        private final Ledger ledger;
        private final Archiving archiving;

        Sorting(Trees trees, Ledger ledger, Archiving archiving) {
            this.trees = trees;
            this.ledger = ledger;
            this.archiving = archiving;
        }

        void add(ChangedPath changed) {
            if (!NearNames.isOurs(changed.path())) {
                elsewhere(changed);
                return;
            }
            Optional<String> contractId = Layout.contractId(changed.path());
            Optional<String> approvedId = Layout.approvedId(changed.path());
            if (changed.hasLanded()) {
                if (contractId.isPresent() && !changed.after().isAbsent()) {
                    landed.add(changed);
                }
            } else if (changed.status() != Status.ADDED) {
                boolean history = contractId.isPresent() || approvedId.isPresent();
                if (history && !archiving.green().contains(changed)) {
                    altered(changed, contractId.isPresent() ? alteredContracts : alteredApprovals);
                }
            } else if (contractId.isPresent()) {
                if (!changed.onTarget().isAbsent()) {
                    taken.add(changed);
                } else {
                    (ledger.holds(contractId.get()) ? spent : contracts)
                            .add(new AddedContract(contractId.get(), changed));
                }
            } else if (approvedId.isPresent()) {
                if (!changed.onTarget().isAbsent()) {
                    takenApprovals.add(changed);
                } else if (changed.after().isFile()) {
                    signatures.add(new AddedSignature(approvedId.get(), changed));
                }
            } else if (looksLikeContract(changed)) {
                misplaced.add(changed);
            } else if (changed.after().isFile()) {
                near(changed);
            }
        }

        private void altered(ChangedPath changed, List<ChangedPath> altered) {
            (LineEnds.alone(changed, trees.base(), trees.head()) ? rewritten : altered).add(changed);
        }

        private void near(ChangedPath changed) {
            if (NearNames.isSignature(changed.path())) {
                nearSignatures.put(changed.path(), changed);
            } else if (NearNames.isContract(changed.path())) {
                nearContracts.add(changed);
            }
        }

        /** Others may have files of such names outside our folder; what it holds tells. */
        private void elsewhere(ChangedPath changed) {
            if (changed.status() != Status.ADDED
                    || changed.hasLanded()
                    || !changed.after().isFile()
                    || !NearNames.mayBeElsewhere(changed.path())) {
                return;
            }
            if (NearNames.isSignature(changed.path())) {
                if (Telltale.isSignature(changed, trees.head())) {
                    nearSignatures.put(changed.path(), changed);
                }
            } else if (NearNames.isContract(changed.path()) && Telltale.isContract(changed, trees.head())) {
                nearContracts.add(changed);
            }
        }

        OwnFiles sorted() {
            Set<String> ids = ids(contracts);
            Set<String> spentIds = ids(spent);
            List<AddedSignature> ofContracts = new ArrayList<>();
            List<ChangedPath> ofSpent = new ArrayList<>();
            for (AddedSignature signature : signatures) {
                if (ids.contains(signature.contractId())) {
                    ofContracts.add(signature);
                } else if (spentIds.contains(signature.contractId())) {
                    ofSpent.add(signature.changed());
                } else {
                    nearSignatures.put(signature.changed().path(), signature.changed());
                }
            }
            return new OwnFiles(
                    contracts,
                    ofContracts,
                    misplaced,
                    taken,
                    takenApprovals,
                    landed,
                    nearContracts,
                    List.copyOf(nearSignatures.values()),
                    alteredContracts,
                    alteredApprovals,
                    rewritten,
                    changed(spent),
                    ofSpent,
                    archiving.green(),
                    archiving.altered());
        }

        private static Set<String> ids(List<AddedContract> contracts) {
            Set<String> ids = new HashSet<>();
            for (AddedContract contract : contracts) {
                ids.add(contract.id());
            }
            return ids;
        }

        private static List<ChangedPath> changed(List<AddedContract> contracts) {
            List<ChangedPath> changed = new ArrayList<>();
            for (AddedContract contract : contracts) {
                changed.add(contract.changed());
            }
            return changed;
        }
    }

    /** Contracts and approvals of the merge base that the change alters or deletes, and the files of the ledger that it does so. */
    public List<ChangedPath> altered() {
        List<ChangedPath> altered = new ArrayList<>(alteredApprovals);
        altered.addAll(alteredContracts);
        for (AlteredLedger ledger : alteredLedger) {
            altered.add(ledger.changed());
        }
        return altered;
    }

    /**
     * Contracts of earlier changes that this one has overwritten with its own, as far as one can tell: it has no other. So it comes out
     * where somebody merges a target that has taken the id.
     */
    public List<ChangedPath> overwritten() {
        if (!contracts.isEmpty()
                || !misplaced.isEmpty()
                || !nearContracts.isEmpty()
                || !taken.isEmpty()
                || !spent.isEmpty()) {
            return List.of();
        }
        List<ChangedPath> overwritten = new ArrayList<>();
        for (ChangedPath changed : alteredContracts) {
            if (changed.status() == Status.MODIFIED && changed.after().isFile()) {
                overwritten.add(changed);
            }
        }
        return overwritten;
    }

    /** What is read as nothing and has to go elsewhere: near misses, and what lies where the target has another file. */
    public List<ChangedPath> astray() {
        List<ChangedPath> astray = new ArrayList<>(nearContracts);
        astray.addAll(nearSignatures);
        astray.addAll(taken);
        astray.addAll(takenApprovals);
        astray.addAll(spentAlone());
        return astray;
    }

    /** The added contracts of archived ids, where no other counts: one of them was meant to. */
    public List<ChangedPath> spentAlone() {
        return contracts.isEmpty() ? spent : List.of();
    }

    /** Whether each contract and approval lies where it is read, as earlier changes left it. */
    public boolean areInPlace() {
        return misplaced.isEmpty() && altered().isEmpty() && astray().isEmpty();
    }

    /**
     * What is GREEN whatever any rule says: the change's own contracts and approvals, the misplaced ones, which are a finding and no
     * risk, those that can count for nothing any more, those of which it has altered the ends of lines alone, and what it archives.
     */
    public Set<ChangedPath> green() {
        Set<ChangedPath> green = new HashSet<>(misplaced);
        green.addAll(rewritten);
        green.addAll(archived);
        green.addAll(spentApprovals);
        for (ChangedPath changed : spent) {
            if (changed.after().isFile()) {
                green.add(changed);
            }
        }
        for (AddedContract contract : contracts) {
            green.add(contract.changed());
        }
        for (AddedSignature signature : signatures) {
            green.add(signature.changed());
        }
        return green;
    }

    private static boolean looksLikeContract(ChangedPath changed) {
        String name = Folding.fold(changed.path().name());
        return changed.path().isBelow(Layout.CONTRACTS) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
