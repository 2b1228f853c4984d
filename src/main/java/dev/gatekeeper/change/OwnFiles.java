package dev.gatekeeper.change;

import dev.gatekeeper.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The changed paths by which a change answers for itself, and those that only look like it.
 *
 * @param contracts the contracts that count: added by the change, with nothing at their path on the target's tip
 * @param approvals the approvals of those contracts, regular files added likewise
 * @param altered contracts and approvals of the merge base that the change alters or deletes
 * @param misplaced added YAML files below the folder of contracts whose path is not a contract's
 * @param taken added contracts that do not count, because the target's tip holds another file at their path
 */
public record OwnFiles(
        List<ChangedPath> contracts,
        List<ChangedPath> approvals,
        List<ChangedPath> altered,
        List<ChangedPath> misplaced,
        List<ChangedPath> taken) {

    public OwnFiles {
        contracts = List.copyOf(contracts);
        approvals = List.copyOf(approvals);
        altered = List.copyOf(altered);
        misplaced = List.copyOf(misplaced);
        taken = List.copyOf(taken);
    }

    /** Sorts out the answers of {@code change}. */
    public static OwnFiles of(Change change) {
        List<ChangedPath> added = new ArrayList<>();
        List<ChangedPath> altered = new ArrayList<>();
        for (ChangedPath changed : change.paths()) {
            if (changed.hasLanded()) {
                continue;
            }
            if (changed.status() != Status.ADDED) {
                if (isHistory(changed.path())) {
                    altered.add(changed);
                }
            } else if (Layout.isContractOrApproval(changed.path())) {
                added.add(changed);
            }
        }
        List<ChangedPath> contracts = new ArrayList<>();
        List<ChangedPath> misplaced = new ArrayList<>();
        List<ChangedPath> taken = new ArrayList<>();
        for (ChangedPath changed : added) {
            if (Layout.contractId(changed.path()).isPresent()) {
                (changed.onTarget().isAbsent() ? contracts : taken).add(changed);
            } else if (isMisplaced(changed)) {
                misplaced.add(changed);
            }
        }
        return new OwnFiles(contracts, approvals(added, contracts), altered, misplaced, taken);
    }

    /**
     * The change's own contracts and approvals, which are GREEN whatever any rule says, and the misplaced ones, which are a finding
     * and no risk.
     */
    public Set<ChangedPath> own() {
        Set<ChangedPath> own = new HashSet<>(contracts);
        own.addAll(approvals);
        own.addAll(misplaced);
        return own;
    }

    private static List<ChangedPath> approvals(List<ChangedPath> added, List<ChangedPath> contracts) {
        Set<String> ids = new HashSet<>();
        for (ChangedPath contract : contracts) {
            Layout.contractId(contract.path()).ifPresent(ids::add);
        }
        List<ChangedPath> approvals = new ArrayList<>();
        for (ChangedPath changed : added) {
            Optional<String> id = Layout.approvedId(changed.path());
            if (id.isPresent()
                    && ids.contains(id.get())
                    && changed.onTarget().isAbsent()
                    && changed.after().isFile()) {
                approvals.add(changed);
            }
        }
        return approvals;
    }

    private static boolean isHistory(RawPath path) {
        return Layout.contractId(path).isPresent() || Layout.approvedId(path).isPresent();
    }

    /** Whether {@code changed}, which is no contract, looks like one. */
    private static boolean isMisplaced(ChangedPath changed) {
        String name = Folding.fold(changed.path().name());
        return changed.path().isBelow(Layout.CONTRACTS) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
