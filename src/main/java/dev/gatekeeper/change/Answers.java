package dev.gatekeeper.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changed paths by which a change answers for itself, and those that only look like it.
 *
 * @param contracts the contracts that count: added by the change, with nothing at their path on the target's tip
 * @param approvals the approvals of those contracts, regular files added likewise
 * @param altered contracts and approvals of the merge base that the change alters or deletes
 * @param misplaced added YAML files below the folder of contracts whose path is not a contract's
 * @param taken added contracts that do not count, because the target's tip holds another file at their path
 */
public record Answers(
        List<ChangedPath> contracts,
        List<ChangedPath> approvals,
        List<ChangedPath> altered,
        List<ChangedPath> misplaced,
        List<ChangedPath> taken) {

    /** Sorts out the answers of {@code change}. */
    public static Answers of(Change change) {
        List<ChangedPath> own = change.paths().stream()
                .filter(changed -> Layout.isAnswer(changed.path()) && !changed.hasLanded())
                .toList();
        List<ChangedPath> added =
                own.stream().filter(changed -> changed.status() == Status.ADDED).toList();
        List<ChangedPath> contracts = added.stream()
                .filter(changed -> changed.onTarget().isAbsent() && isContract(changed))
                .toList();
        Set<Optional<String>> ids = contracts.stream()
                .map(changed -> Layout.contractId(changed.path()))
                .collect(Collectors.toSet());
        return new Answers(
                contracts,
                added.stream()
                        .filter(changed ->
                                changed.onTarget().isAbsent() && changed.after().isFile() && isApprovalOf(ids, changed))
                        .toList(),
                own.stream().filter(changed -> changed.status() != Status.ADDED).toList(),
                added.stream().filter(Answers::isMisplaced).toList(),
                added.stream()
                        .filter(changed -> !changed.onTarget().isAbsent() && isContract(changed))
                        .toList());
    }

    /**
     * The change's own contracts and approvals, which are GREEN whatever any rule says, and the misplaced ones, which are a finding
     * and no risk.
     */
    public Set<ChangedPath> own() {
        return Stream.of(contracts, approvals, misplaced).flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isContract(ChangedPath changed) {
        return Layout.contractId(changed.path()).isPresent();
    }

    private static boolean isApprovalOf(Set<Optional<String>> ids, ChangedPath changed) {
        Optional<String> id = Layout.approvedId(changed.path());
        return id.isPresent() && ids.contains(id);
    }

    private static boolean isMisplaced(ChangedPath changed) {
        String name = Folding.fold(changed.path().name());
        return changed.path().isBelow(Layout.CONTRACTS)
                && !isContract(changed)
                && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
