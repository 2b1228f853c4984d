package dev.gatekeeper.approval;

import dev.gatekeeper.change.CannotDecideException;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Proof;
import java.util.List;
import java.util.Optional;

/** Rebuilds what approvers sign; nothing of it is read from the change but what it describes. */
public final class Statements {

    private Statements() {}

    /**
     * The statement of each contract, over all RED entries.
     *
     * @param repository the repository's name, if it is known
     * @param branch the target branch's own full name, if it is known
     * @return a statement per contract; none when nothing asks for a signature and no statement can be made
     * @throws CannotDecideException when something asks for a signature and no statement can be made
     */
    public static List<Statement> of(
            Optional<String> repository,
            Optional<String> branch,
            List<Contract> contracts,
            Classification classification,
            Policies policies) {
        List<ChangedPath> red = classification.at(Level.RED).stream()
                .map(ClassifiedPath::changed)
                .toList();
        try {
            return contracts.stream()
                    .map(contract -> new Statement(
                            repository.orElse(""), branch.orElse(""), contract.id(), contract.sha256(), red))
                    .toList();
        } catch (CannotDecideException e) {
            if (areAskedFor(contracts, classification, policies)) {
                throw e;
            }
            return List.of();
        }
    }

    private static boolean areAskedFor(List<Contract> contracts, Classification classification, Policies policies) {
        boolean byRule = classification.touched().stream()
                .map(Classification.Touched::rule)
                .anyMatch(rule -> rule.level() == Level.RED && rule.proof() == Proof.SIGNED);
        boolean declared =
                contracts.stream().anyMatch(contract -> contract.declared().equals(Optional.of(Level.RED)));
        return byRule
                || (declared && policies.inForce().stream().anyMatch(policy -> policy.approval() == Proof.SIGNED));
    }
}
