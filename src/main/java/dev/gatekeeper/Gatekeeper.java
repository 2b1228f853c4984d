package dev.gatekeeper;

import dev.gatekeeper.approval.Signatures;
import dev.gatekeeper.approval.Statement;
import dev.gatekeeper.approval.Statements;
import dev.gatekeeper.change.Answers;
import dev.gatekeeper.change.CannotDecideException;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.contract.ContractReading;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.Classifier;
import dev.gatekeeper.policy.Field;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyAfterMerge;
import dev.gatekeeper.policy.PolicySource;
import dev.gatekeeper.verdict.Judge;
import dev.gatekeeper.verdict.RequiredFiles;
import dev.gatekeeper.verdict.Submission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The door of the engine: composes the stages from a request to an outcome. */
public final class Gatekeeper {

    private final Request request;
    private Facts facts;

    private Gatekeeper(Request request) {
        this.request = request;
        this.facts = Facts.none(request);
    }

    /** Judges a change. Every failure, expected or not, is an {@link Outcome.Undecided}; none is a pass. */
    public static Outcome judge(Request request) {
        return new Gatekeeper(request).outcome();
    }

    private Outcome outcome() {
        try {
            return decide();
        } catch (CannotDecideException e) {
            return new Outcome.Undecided(facts, e.problem(), e.remedy());
        } catch (OutOfMemoryError e) {
            return new Outcome.Undecided(
                    facts,
                    "the change does not fit into the memory of this build",
                    "Give Maven more: MAVEN_OPTS=-Xmx2g");
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome.Undecided(
                    facts,
                    "something unexpected happened: " + e,
                    "Run it again with mvn -X, and report what it prints as a defect of Gatekeeper.");
        }
    }

    private Outcome decide() {
        try (GitRepository repository = GitRepository.open(request.repository())) {
            Revisions revisions = repository.resolve(request.target(), request.targetName(), request.head());
            facts = facts.with(revisions);
            Snapshot target = repository.snapshot(revisions.target());
            Snapshot head = repository.snapshot(revisions.head());
            Optional<Policy> organisation = request.orgPolicy().map(PolicySource::organisation);
            Policies policies = PolicySource.inForce(target, revisions.shownTarget(), organisation);
            facts = facts.with(policies);
            Change change = repository.change(revisions);
            facts = facts.withMergeBase(change.mergeBase());
            Snapshot base = repository.snapshot(change.mergeBase());
            return new Outcome.Decided(facts, Judge.judge(submission(revisions, change, policies, base, target, head)));
        }
    }

    private Submission submission(
            Revisions revisions, Change change, Policies policies, Snapshot base, Snapshot target, Snapshot head) {
        Answers answers = Answers.of(change);
        Classification classification = Classifier.classify(change, answers, policies);
        List<ContractReading> contracts = Contracts.read(head, answers, extraFields(policies));
        List<Statement> statements = Statements.of(
                facts.repositoryName(),
                revisions.targetBranch(),
                ContractReading.readable(contracts),
                classification,
                policies);
        return new Submission(
                revisions.shownTarget(),
                change,
                answers,
                policies,
                classification,
                contracts,
                statements,
                new Signatures(policies, request.today()).read(head, answers, statements),
                new RequiredFiles(base, target, head).failing(policies),
                PolicyAfterMerge.problems(change.at(Layout.POLICY), target, head),
                request.authors(),
                request.today());
    }

    private static Set<String> extraFields(Policies policies) {
        return policies.inForce().stream()
                .flatMap(policy -> policy.fields().stream())
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
