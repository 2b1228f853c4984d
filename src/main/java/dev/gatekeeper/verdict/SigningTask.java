package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.approvals.Statements;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.util.List;
import java.util.Optional;

/**
 * What there is to approve about a change.
 *
 * @param contract the contract that is approved
 * @param statement what is signed
 * @param classification the level of each changed path
 * @param approvals what each touched RED rule asks for, and whom
 * @param first what the author still has to mend: doing so may make a signature stale
 * @param hasKeys whether any policy in force lists a key, or names a group of which the run can't know that
 */
public record SigningTask(
        Contract contract,
        Statement statement,
        Classification classification,
        Approvals approvals,
        List<Finding> first,
        boolean hasKeys) {

    public SigningTask {
        first = List.copyOf(first);
    }

    /**
     * What there is to approve about {@code judged}.
     *
     * @param repository the repository's name, if it is known
     * @param contractId the contract to approve; may be empty where there is only one
     * @throws CannotDecideException when there is nothing to approve, several contracts and none named, or no statement can be made
     */
    public static SigningTask of(Case judged, Optional<String> repository, Optional<String> contractId) {
        if (judged.change().isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.NOTHING_TO_APPROVE,
                    "there is nothing to approve: head "
                            + judged.revisions().head() + " changes nothing on the target "
                            + judged.revisions().shownTarget(),
                    "Name the change, once it is fetched, by its full ref or commit id: -Dgatekeeper.head=<ref or id>");
        }
        Contract contract = judged.contracts().choose(contractId);
        return new SigningTask(
                contract,
                Statements.of(repository, judged.revisions().targetBranch(), contract, judged.classification()),
                judged.classification(),
                judged.approvals(),
                Judge.judge(judged).findings().stream()
                        .filter(finding -> finding.code().mendedBy() == MendedBy.AUTHOR)
                        .toList(),
                judged.policies().inForce().stream().anyMatch(SigningTask::hasKeys));
    }

    private static boolean hasKeys(Policy policy) {
        return !policy.unknownGroups().isEmpty()
                || policy.everyone().stream()
                        .anyMatch(approver -> !approver.keys().isEmpty());
    }
}
