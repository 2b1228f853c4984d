package dev.gatekeeper.verdict;

import dev.gatekeeper.approval.Statement;
import dev.gatekeeper.approval.Statements;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.text.CannotDecideException;
import java.util.List;
import java.util.Optional;

/**
 * What there is to approve about a change.
 *
 * @param contract the contract that is approved
 * @param statement what is signed
 * @param classification the level of each changed path
 * @param demands what each touched RED rule asks for
 * @param hasKeys whether any policy in force lists a key
 */
public record SigningTask(
        Contract contract, Statement statement, Classification classification, List<Demand> demands, boolean hasKeys) {

    public SigningTask {
        demands = List.copyOf(demands);
    }

    /**
     * What there is to approve about {@code submission}.
     *
     * @param repository the repository's name, if it is known
     * @param contractId the contract to approve; may be empty where there is only one
     * @throws CannotDecideException when there is nothing to approve, several contracts and none named, or no statement can be made
     */
    public static SigningTask of(Submission submission, Optional<String> repository, Optional<String> contractId) {
        if (submission.change().isEmpty()) {
            throw new CannotDecideException(
                    "there is nothing to approve: head "
                            + submission.revisions().head() + " changes nothing on the target " + submission.target(),
                    "Name the change: -Dgatekeeper.head=refs/remotes/origin/<branch>, fetched with git fetch origin");
        }
        Contract contract = Contracts.choose(submission.contracts(), contractId);
        Classification classification = submission.classification();
        return new SigningTask(
                contract,
                Statements.of(repository, submission.revisions().targetBranch(), contract, classification),
                classification,
                Demand.of(submission),
                submission.policies().inForce().stream().anyMatch(SigningTask::hasKeys));
    }

    /** Whether some rule asks for a signature. */
    public boolean isAsked() {
        return demands.stream().anyMatch(demand -> demand.rule().proof() == Proof.SIGNED);
    }

    /** The RED paths that the target has changed since the merge base: until it is merged, no signature counts. */
    public List<RawPath> changedByTarget() {
        return statement.red().stream()
                .filter(ChangedPath::isChangedByTarget)
                .map(ChangedPath::path)
                .toList();
    }

    private static boolean hasKeys(Policy policy) {
        return policy.everyone().stream().anyMatch(approver -> !approver.keys().isEmpty());
    }
}
