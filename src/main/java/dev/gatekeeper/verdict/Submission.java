package dev.gatekeeper.verdict;

import dev.gatekeeper.approval.Signatures;
import dev.gatekeeper.approval.SignedApproval;
import dev.gatekeeper.approval.Statement;
import dev.gatekeeper.approval.Statements;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.ContractReading;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.contract.Substance;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Classifier;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.PolicyAfterMerge;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.yaml.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that the judge looks at.
 *
 * @param revisions the commits that it lies between
 * @param change what changed
 * @param ownFiles the contracts and approvals among it
 * @param policies the policies in force
 * @param classification the level of each changed path
 * @param contracts the change's contracts, as read
 * @param statements what approvers sign, one for each contract that could be read; none where none can be made
 * @param signatures the signed approvals of those contracts
 * @param requiredFiles the required files that are not what they have to be
 * @param policyProblems what is wrong with the policy that the change would leave behind
 * @param authors names and emails that CI counts as authors
 * @param today the day (UTC) of the run
 */
public record Submission(
        Revisions revisions,
        Change change,
        OwnFiles ownFiles,
        Policies policies,
        Classification classification,
        List<ContractReading> contracts,
        List<Statement> statements,
        List<SignedApproval> signatures,
        List<RequiredFile> requiredFiles,
        List<Problem> policyProblems,
        List<String> authors,
        LocalDate today) {

    public Submission {
        contracts = List.copyOf(contracts);
        statements = List.copyOf(statements);
        signatures = List.copyOf(signatures);
        requiredFiles = List.copyOf(requiredFiles);
        policyProblems = List.copyOf(policyProblems);
        authors = List.copyOf(authors);
    }

    /**
     * Reads all that is judged beside the changed paths.
     *
     * @param repository the repository's name, if it is known
     * @param authors names and emails that CI counts as authors
     * @param today the day (UTC) of the run
     * @throws CannotDecideException when something asks for a signature and no statement can be made, or a policy's keys are unusable
     */
    public static Submission read(
            Revisions revisions,
            Optional<String> repository,
            Change change,
            Policies policies,
            Trees trees,
            List<String> authors,
            LocalDate today) {
        OwnFiles ownFiles = OwnFiles.of(change);
        Classification classification = Classifier.classify(change, ownFiles, policies);
        List<ContractReading> contracts = Contracts.read(trees.head(), ownFiles, policies.fieldNames());
        List<Statement> statements = Statements.of(
                repository, revisions.targetBranch(), ContractReading.readable(contracts), classification, policies);
        return new Submission(
                revisions,
                change,
                ownFiles,
                policies,
                classification,
                contracts,
                statements,
                new Signatures(policies, today).read(trees.head(), ownFiles, statements),
                new RequiredFiles(trees.base(), trees.target(), trees.head()).failing(policies),
                PolicyAfterMerge.problems(change.at(Layout.POLICY), trees.target(), trees.head()),
                authors,
                today);
    }

    /** This submission with one signature more. */
    Submission with(SignedApproval signature) {
        return new Submission(
                revisions,
                change,
                ownFiles,
                policies,
                classification,
                contracts,
                statements,
                Stream.concat(signatures.stream(), Stream.of(signature)).toList(),
                requiredFiles,
                policyProblems,
                authors,
                today);
    }

    /** The target in a form that git commands take: its full ref, or its commit id. */
    String target() {
        return revisions.shownTarget();
    }

    /** A RED path that the target has changed since the merge base: nobody has approved what a merge makes of it. */
    Optional<RawPath> redChangedByTarget() {
        return classification.at(Level.RED).stream()
                .map(ClassifiedPath::changed)
                .filter(ChangedPath::isChangedByTarget)
                .map(ChangedPath::path)
                .findFirst();
    }

    /** Whether {@code text} names somebody: an answer, or whom a policy in force lists, however much that looks like a placeholder. */
    boolean namesSomebody(String text) {
        return Substance.of(text) == Substance.TEXT || policies.hasApprover(text);
    }

    /** The contracts that could be read. */
    List<Contract> readable() {
        return ContractReading.readable(contracts);
    }

    /** The highest declared level. */
    Optional<Level> declared() {
        Optional<Level> highest = Optional.empty();
        for (Contract contract : readable()) {
            Optional<Level> own = contract.declared();
            if (own.isPresent() && (highest.isEmpty() || own.get().compareTo(highest.get()) > 0)) {
                highest = own;
            }
        }
        return highest;
    }

    /** The level that the change as a whole is treated by: the higher of the declared and the computed one. */
    Level level() {
        return declared().orElse(Level.GREEN).orHigher(classification.level());
    }

    /** The computed level without what the change alters of earlier changes, which it has to restore whoever approves it. */
    Level levelOnceRestored() {
        return new Classification(classification.paths().stream()
                        .filter(path -> !ownFiles.altered().contains(path.changed()))
                        .toList())
                .level();
    }

    /**
     * The level by which one contract is asked for fields and escalation: its own declared one, and for the contract that answers
     * for the whole change, the computed one too.
     */
    Level levelOf(Contract contract) {
        Level own = contract.declared().orElse(Level.GREEN);
        Optional<Contract> all = answersForAll();
        return all.isPresent() && all.get().file().equals(contract.file()) ? own.orHigher(classification.level()) : own;
    }

    /** The contract with the highest declared level, the first of them in the order of paths. */
    Optional<Contract> answersForAll() {
        Optional<Contract> highest = Optional.empty();
        for (Contract contract : readable()) {
            if (highest.isEmpty() || declaredBy(contract).compareTo(declaredBy(highest.get())) > 0) {
                highest = Optional.of(contract);
            }
        }
        return highest;
    }

    private static Level declaredBy(Contract contract) {
        return contract.declared().orElse(Level.GREEN);
    }
}
