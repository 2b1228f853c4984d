package dev.gatekeeper.change;

import dev.gatekeeper.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a change does to contracts and approvals: those by which it answers for itself, and those that only look like it.
 *
 * <p>Here alone an id is parsed out of a path; it travels as a value from here on. Lists are in the order of the paths.
 *
 * @param contracts the contracts that count: added by the change, with nothing at their path on the target's tip
 * @param signatures the approvals of those contracts, regular files added likewise
 * @param misplaced added YAML files below the folder of contracts whose path is not a contract's
 * @param taken added contracts that do not count, because the target's tip holds another file at their path
 * @param landed contracts that the target holds already
 * @param alteredContracts contracts of the merge base that the change alters or deletes
 * @param alteredApprovals approvals of the merge base that the change alters or deletes
 */
public record OwnFiles(
        List<AddedContract> contracts,
        List<AddedSignature> signatures,
        List<ChangedPath> misplaced,
        List<ChangedPath> taken,
        List<ChangedPath> landed,
        List<ChangedPath> alteredContracts,
        List<ChangedPath> alteredApprovals) {

    public OwnFiles {
        contracts = List.copyOf(contracts);
        signatures = List.copyOf(signatures);
        misplaced = List.copyOf(misplaced);
        taken = List.copyOf(taken);
        landed = List.copyOf(landed);
        alteredContracts = List.copyOf(alteredContracts);
        alteredApprovals = List.copyOf(alteredApprovals);
    }

    /** Sorts out what {@code change} does. */
    public static OwnFiles of(Change change) {
        List<AddedContract> contracts = new ArrayList<>();
        List<AddedSignature> added = new ArrayList<>();
        List<ChangedPath> misplaced = new ArrayList<>();
        List<ChangedPath> taken = new ArrayList<>();
        List<ChangedPath> landed = new ArrayList<>();
        List<ChangedPath> alteredContracts = new ArrayList<>();
        List<ChangedPath> alteredApprovals = new ArrayList<>();
        for (ChangedPath changed : change.paths()) {
            if (!Layout.isContractOrApproval(changed.path())) {
                continue;
            }
            Optional<String> contractId = Layout.contractId(changed.path());
            Optional<String> approvedId = Layout.approvedId(changed.path());
            boolean adds = changed.status() == Status.ADDED;
            if (changed.hasLanded()) {
                if (contractId.isPresent() && !changed.after().isAbsent()) {
                    landed.add(changed);
                }
            } else if (contractId.isPresent()) {
                if (!adds) {
                    alteredContracts.add(changed);
                } else if (changed.onTarget().isAbsent()) {
                    contracts.add(new AddedContract(contractId.get(), changed));
                } else {
                    taken.add(changed);
                }
            } else if (approvedId.isPresent()) {
                if (!adds) {
                    alteredApprovals.add(changed);
                } else if (changed.onTarget().isAbsent() && changed.after().isFile()) {
                    added.add(new AddedSignature(approvedId.get(), changed));
                }
            } else if (adds && looksLikeContract(changed)) {
                misplaced.add(changed);
            }
        }
        return new OwnFiles(
                contracts, ofContracts(added, contracts), misplaced, taken, landed, alteredContracts, alteredApprovals);
    }

    /** Contracts and approvals of the merge base that the change alters or deletes. */
    public List<ChangedPath> altered() {
        List<ChangedPath> altered = new ArrayList<>(alteredApprovals);
        altered.addAll(alteredContracts);
        return altered;
    }

    /**
     * What is GREEN whatever any rule says: the change's own contracts and approvals, and the misplaced ones, which are a finding and no
     * risk.
     */
    public Set<ChangedPath> green() {
        Set<ChangedPath> green = new HashSet<>(misplaced);
        for (AddedContract contract : contracts) {
            green.add(contract.changed());
        }
        for (AddedSignature signature : signatures) {
            green.add(signature.changed());
        }
        return green;
    }

    private static List<AddedSignature> ofContracts(List<AddedSignature> added, List<AddedContract> contracts) {
        Set<String> ids = new HashSet<>();
        for (AddedContract contract : contracts) {
            ids.add(contract.id());
        }
        List<AddedSignature> signatures = new ArrayList<>();
        for (AddedSignature signature : added) {
            if (ids.contains(signature.contractId())) {
                signatures.add(signature);
            }
        }
        return signatures;
    }

    private static boolean looksLikeContract(ChangedPath changed) {
        String name = Folding.fold(changed.path().name());
        return changed.path().isBelow(Layout.CONTRACTS) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
