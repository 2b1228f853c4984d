package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.OnceInPlace;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.RequiredFiles;
import dev.gatekeeper.yaml.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the judge looks at: plain data, all of it read.
 *
 * @param revisions the commits that the change lies between
 * @param change what changed
 * @param commits its commits, each before its parents; who touched what is told of what approvals are judged by
 * @param ownFiles what of it are contracts and approvals
 * @param policies the policies in force
 * @param classification the level of each changed path
 * @param contracts the change's contracts, as read
 * @param statements what approvers sign, one for each contract that could be read; none where none can be made
 * @param approvals who answers for what is RED
 * @param inPlace how the change would stand if each of its files lay where it is read; what remedies go by
 * @param requiredFiles the required files that are not what they have to be
 * @param policyProblems what is wrong with the policy that the change would leave behind
 * @param today the day (UTC) of the run
 * @param strictness whether what the first release took is only noted
 * @param warnOnly whether the run lets findings only warn
 * @param squashed whether the change is said to be squashed, and so its commits name their authors alone
 */
public record Case(
        Revisions revisions,
        Change change,
        List<Commit> commits,
        OwnFiles ownFiles,
        Policies policies,
        Classification classification,
        Contracts contracts,
        List<Statement> statements,
        Approvals approvals,
        OnceInPlace inPlace,
        List<RequiredFiles.Failing> requiredFiles,
        List<Problem> policyProblems,
        LocalDate today,
        Strictness strictness,
        boolean warnOnly,
        boolean squashed) {

    public Case {
        commits = List.copyOf(commits);
        statements = List.copyOf(statements);
        requiredFiles = List.copyOf(requiredFiles);
        policyProblems = List.copyOf(policyProblems);
    }

    private boolean hasAnybodyALogin() {
        for (Approver approver : policies.everyone()) {
            if (!approver.logins().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** As if everybody had reviewed the change whose review could count; without a RED path none does. */
    public Case asIfReviewed() {
        return classification.at(Level.RED).isEmpty() || !hasAnybodyALogin()
                ? this
                : new Case(
                        revisions,
                        change,
                        commits,
                        ownFiles,
                        policies,
                        classification,
                        contracts,
                        statements,
                        approvals.asIfReviewed(revisions.head()),
                        inPlace,
                        requiredFiles,
                        policyProblems,
                        today,
                        strictness,
                        warnOnly,
                        squashed);
    }

    /** The level that the change as a whole is treated by: the higher of the declared and the computed one. */
    Level level() {
        return contracts.declared().orElse(Level.GREEN).orHigher(classification.level());
    }

    /** The level of the rest, once each file lies where it is read and earlier changes' files are as they were. */
    Level levelOnceInPlace() {
        return inPlace.classification().level();
    }

    /**
     * The level by which one contract is asked for fields and escalation: its own declared one, and for the contract that answers
     * for the whole change, the computed one too.
     */
    Level levelOf(Contract contract) {
        Level own = contract.declared().orElse(Level.GREEN);
        Optional<Contract> answersForAll = contracts.answersForAll();
        return answersForAll.isPresent() && answersForAll.get().file().equals(contract.file())
                ? own.orHigher(classification.level())
                : own;
    }
}
