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
        try {
            return contracts.stream()
                    .map(contract -> of(repository, branch, contract, classification))
                    .toList();
        } catch (CannotDecideException e) {
            if (areAskedFor(contracts, classification, policies)) {
                throw e;
            }
            return List.of();
        }
    }

    /**
     * The statement of one contract, over all RED entries.
     *
     * @throws CannotDecideException when none can be made
     */
    public static Statement of(
            Optional<String> repository, Optional<String> branch, Contract contract, Classification classification) {
        List<ChangedPath> red = classification.at(Level.RED).stream()
                .map(ClassifiedPath::changed)
                .toList();
        return new Statement(repository.orElse(""), branch.orElse(""), contract.id(), contract.sha256(), red);
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
