package dev.gatekeeper;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicySource;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.verdict.Submission;
import java.util.Optional;
import java.util.function.Function;

/** A change as it was read, and what of it is known when it could not be. */
final class Reading {

    private final Request request;
    private Facts facts;

    private Reading(Request request) {
        this.request = request;
        this.facts = Facts.none(request);
    }

    /**
     * All that was read.
     *
     * @param repository open as long as the stage that looks at it
     */
    record Whole(Facts facts, Submission submission, GitRepository repository) {}

    /** What {@code stage} makes of the change, or why it can't. Every failure, expected or not, is undecided. */
    static <T> T of(Request request, Function<Whole, T> stage, Function<Outcome.Undecided, T> undecided) {
        Reading reading = new Reading(request);
        try {
            return reading.read(stage);
        } catch (CannotDecideException e) {
            return undecided.apply(new Outcome.Undecided(reading.facts, e.problem(), e.remedy()));
        } catch (OutOfMemoryError e) {
            return undecided.apply(new Outcome.Undecided(
                    reading.facts,
                    "the change does not fit into the memory of this build",
                    "Give Maven more: export MAVEN_OPTS=-Xmx2g"));
        } catch (RuntimeException | StackOverflowError e) {
            return undecided.apply(new Outcome.Undecided(
                    reading.facts,
                    "something unexpected happened: " + e,
                    "Report it as a defect of Gatekeeper, with its version and both commits."));
        }
    }

    private <T> T read(Function<Whole, T> stage) {
        try (GitRepository repository = GitRepository.open(request.repository())) {
            Revisions revisions = repository.resolve(request.target(), request.targetName(), request.head());
            facts = facts.with(revisions);
            Snapshot target = repository.snapshot(revisions.target());
            Snapshot head = repository.snapshot(revisions.head());
            Optional<Policy> organisation = request.orgPolicy().isPresent()
                    ? Optional.of(PolicySource.organisation(request.orgPolicy().get()))
                    : Optional.empty();
            Policies policies = PolicySource.inForce(target, revisions.shownTarget(), organisation);
            facts = facts.with(policies);
            Change change = repository.change(revisions);
            facts = facts.withMergeBase(change.mergeBase());
            Trees trees = new Trees(repository.snapshot(change.mergeBase()), target, head);
            Submission submission = Submission.read(
                    revisions, facts.repositoryName(), change, policies, trees, request.authors(), request.today());
            return stage.apply(new Whole(facts, submission, repository));
        }
    }
}
