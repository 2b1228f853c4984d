package dev.gatekeeper.approvals;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.text.CannotDecideException;
import java.util.ArrayList;
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
            Classification classification) {
        try {
            List<Statement> statements = new ArrayList<>();
            for (Contract contract : contracts) {
                statements.add(of(repository, branch, contract, classification));
            }
            return statements;
        } catch (CannotDecideException e) {
            if (areAskedFor(classification)) {
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
        List<ChangedPath> red = new ArrayList<>();
        for (ClassifiedPath path : classification.at(Level.RED)) {
            red.add(path.changed());
        }
        return new Statement(repository.orElse(""), branch.orElse(""), contract.id(), contract.sha256(), red);
    }

    private static boolean areAskedFor(Classification classification) {
        for (Classification.Touched touched : classification.touched()) {
            if (touched.rule().level() == Level.RED && touched.rule().proof() == Proof.SIGNED) {
                return true;
            }
        }
        return false;
    }
}
