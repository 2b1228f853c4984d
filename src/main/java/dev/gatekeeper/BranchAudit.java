package dev.gatekeeper;

import dev.gatekeeper.audit.Accepted;
import dev.gatekeeper.audit.AcceptedReader;
import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.audit.AuditedChange;
import dev.gatekeeper.audit.Moments;
import dev.gatekeeper.audit.Step;
import dev.gatekeeper.audit.Steps;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.ContractTouch;
import dev.gatekeeper.change.FirstParent;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Review;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.git.Mainline;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Classifier;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyFiles;
import dev.gatekeeper.policy.PolicySource;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.verdict.Case;
import dev.gatekeeper.verdict.Judge;
import dev.gatekeeper.verdict.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges again what entered a branch: each step as {@code verify} would have, with the branch before it as the target.
 *
 * <p>A step that can't be decided is one of those that make the audit fail, and the others are judged all the same.
 */
final class BranchAudit {

    private final GitRepository repository;
    private final AuditRequest asked;
    private final Revisions branch;
    private final AuditProgress progress;
    private final PolicyFiles policyFiles;
    private final Accepted accepted;

    /** @param branch the tip as the target, and as head */
    BranchAudit(GitRepository repository, AuditRequest asked, Revisions branch, AuditProgress progress) {
        this.repository = repository;
        this.asked = asked;
        this.branch = branch;
        this.progress = progress;
        this.policyFiles = new PolicyFiles(asked.request().orgPolicy(), Strictness.FIRST_RELEASE);
        this.accepted = asked.accepted().map(AcceptedReader::read).orElseGet(Accepted::nothing);
    }

    Audit audit() {
        // What whoever runs the audit has to mend is no fault of any change.
        policyFiles.organisation();
        String since = asked.since().orElseGet(() -> repository.adoption(branch));
        Mainline mainline = repository.mainline(branch, since);
        List<Step> steps =
                Steps.of(mainline.commits().stream().map(this::touched).toList());
        Moments moments = new Moments(asked.request().run().now());
        moments.pass(repository.committed(since));
        List<AuditedChange> changes = new ArrayList<>();
        for (Step step : steps) {
            step.commits().forEach(commit -> moments.pass(commit.committed()));
            StepJudge judge = new StepJudge(mainline, step, moments.reached());
            Outcome<StepJudge.Found> outcome = judge.judge();
            AuditedChange change = judge.settle(outcome);
            changes.add(change);
            progress.judged(change, judgement(outcome), changes.size(), steps.size());
        }
        Collections.reverse(changes);
        return new Audit(repositoryName(), since, asked.since().isPresent(), changes, accepted.unused());
    }

    /** A merge stands alone, and so does what can't be read, which nobody can tell anything of. */
    private Steps.Touched touched(FirstParent commit) {
        return new Steps.Touched(commit, commit.merge() ? Optional.empty() : touch(commit));
    }

    private Optional<ContractTouch> touch(FirstParent commit) {
        try {
            return Optional.of(repository.contractTouch(commit));
        } catch (CannotDecideException e) {
            return Optional.empty();
        }
    }

    /** As the policy of the tip gives it, or else the run. */
    private Optional<String> repositoryName() {
        Optional<String> ofPolicy = ofTip().flatMap(Policy::repository);
        return ofPolicy.isPresent() ? ofPolicy : asked.request().run().repositoryName();
    }

    private Optional<Policy> ofTip() {
        try {
            return PolicySource.inForce(repository.snapshot(branch.target()), branch.shownTarget(), policyFiles)
                    .from(Origin.TARGET);
        } catch (CannotDecideException e) {
            return Optional.empty();
        }
    }

    private static Outcome<Judgement> judgement(Outcome<StepJudge.Found> outcome) {
        if (outcome instanceof Outcome.Reached<StepJudge.Found> reached) {
            return new Outcome.Reached<>(outcome.facts(), reached.result().judgement());
        }
        Outcome.Undecided<StepJudge.Found> undecided = (Outcome.Undecided<StepJudge.Found>) outcome;
        return new Outcome.Undecided<>(outcome.facts(), undecided.code(), undecided.problem(), undecided.remedy());
    }

    /** Judges one step. */
    private final class StepJudge {

        private final Step step;
        private final Instant moment;
        private final StepSource source;

        /** What was found out about a step. */
        private record Found(AuditedChange change, Judgement judgement) {}

        StepJudge(Mainline mainline, Step step, Instant moment) {
            this.step = step;
            this.moment = moment;
            this.source = new StepSource(
                    repository,
                    mainline,
                    new Revisions(
                            Optional.empty(),
                            branch.targetBranch(),
                            step.base(),
                            step.head().id()),
                    step.commits());
        }

        Outcome<Found> judge() {
            Outcome<Found> outcome = judge(List.of());
            List<Review> reviews = asked.request().reviews();
            if (!reviews.isEmpty()
                    && outcome instanceof Outcome.Reached<Found> reached
                    && reached.result().judgement().escalationRequired()) {
                List<Review> fitting = reviews.stream()
                        .filter(review ->
                                mayFit(review, reached.result().judgement().classification()))
                        .toList();
                return fitting.isEmpty() ? outcome : judge(fitting);
            }
            return outcome;
        }

        private Outcome<Found> judge(List<Review> reviews) {
            return Gatekeeper.landed(request(reviews), source, policyFiles, this::found);
        }

        private Request request(List<Review> reviews) {
            Request given = asked.request();
            return new Request(
                    given.run().at(moment, step.head().id()),
                    given.repository(),
                    Optional.of(step.base()),
                    branch.targetBranch(),
                    step.head().id(),
                    List.of(),
                    reviews,
                    given.orgPolicy(),
                    false,
                    !step.isMerge());
        }

        private Found found(Case judged) {
            Judgement judgement = Judge.judge(judged);
            boolean onlyReviewMissing = !judgement.letsThrough()
                    && Judge.judge(judged.asIfReviewed()).findings().isEmpty();
            AuditedChange change = AuditedChange.judged(
                    step,
                    moment,
                    judgement,
                    step.isJoined() ? highest(judged) : judged.classification().level(),
                    onlyReviewMissing,
                    asked.joined(),
                    judged.approvals()
                            .countSomebodyOf(step.commits().stream()
                                    .map(FirstParent::committer)
                                    .toList()));
            return new Found(accepted.settle(change, Optional.of(judged.classification())), judgement);
        }

        AuditedChange settle(Outcome<Found> outcome) {
            if (outcome instanceof Outcome.Reached<Found> reached) {
                return reached.result().change();
            }
            if (isEmpty()) {
                return AuditedChange.empty(step, moment);
            }
            Outcome.Undecided<Found> undecided = (Outcome.Undecided<Found>) outcome;
            return accepted.settle(
                    AuditedChange.undecided(step, moment, undecided.code(), undecided.problem(), undecided.remedy()),
                    Optional.empty());
        }

        private boolean isEmpty() {
            try {
                return !step.isJoined()
                        && repository
                                .snapshot(step.base())
                                .tree()
                                .equals(repository.snapshot(step.head().id()).tree());
            } catch (CannotDecideException e) {
                return false;
            }
        }

        /** The highest level of the whole and of each commit against its parent; the contracts of the whole are its own all along. */
        private Level highest(Case judged) {
            Level highest = judged.classification().level();
            Set<RawPath> own =
                    judged.ownFiles().green().stream().map(ChangedPath::path).collect(Collectors.toSet());
            for (FirstParent commit : step.commits()) {
                if (highest != Level.RED) {
                    highest = highest.orHigher(level(commit, own, judged.policies()));
                }
            }
            return highest;
        }

        private Level level(FirstParent commit, Set<RawPath> own, Policies policies) {
            Change change = repository.changeOntoTarget(
                    new Revisions(Optional.empty(), branch.targetBranch(), commit.parent(), commit.id()));
            List<ChangedPath> others = change.paths().stream()
                    .filter(path -> !own.contains(path.path()))
                    .toList();
            Change without = new Change(change.mergeBase(), others, change.collisions());
            Trees trees = new Trees(
                    repository.snapshot(commit.parent()),
                    repository.snapshot(commit.parent()),
                    repository.snapshot(commit.id()));
            return new Classifier(policies)
                    .classify(without, OwnFiles.of(without, trees))
                    .level();
        }

        /** A review counts for the very RED content alone, so that most are of other steps. */
        private boolean mayFit(Review review, Classification classification) {
            try {
                for (ClassifiedPath red : classification.at(Level.RED)) {
                    ChangedPath changed = red.changed();
                    if (!repository
                            .snapshot(review.commit())
                            .entry(changed.path())
                            .equals(changed.after())) {
                        return false;
                    }
                }
                return true;
            } catch (CannotDecideException e) {
                return false;
            }
        }
    }
}
