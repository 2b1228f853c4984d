package dev.gatekeeper;

import dev.gatekeeper.approvals.ApprovalCase;
import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.Mailmap;
import dev.gatekeeper.approvals.OnceInPlace;
import dev.gatekeeper.approvals.SignatureFile;
import dev.gatekeeper.approvals.Signatures;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.approvals.Statements;
import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.change.AssumedChange;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.ProperPlaces;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.change.TargetDoubt;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.change.UncommittedWork;
import dev.gatekeeper.contract.ContractFiles;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.contract.ExtraFields;
import dev.gatekeeper.draft.Adoption;
import dev.gatekeeper.draft.GivenFields;
import dev.gatekeeper.draft.Pipeline;
import dev.gatekeeper.draft.PluginFiles;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.metrics.RecordFolder;
import dev.gatekeeper.metrics.RecordSummary;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.Classifier;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.PolicyAfterMerge;
import dev.gatekeeper.policy.PolicyFiles;
import dev.gatekeeper.policy.PolicySource;
import dev.gatekeeper.policy.RequiredFiles;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Case;
import dev.gatekeeper.verdict.Demands;
import dev.gatekeeper.verdict.Judge;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.SignatureReview;
import dev.gatekeeper.verdict.SigningTask;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The door of the engine.
 *
 * <p>The way of a change through it is {@link #read}; what the goals ask for is made of what comes out there. Every failure, expected or
 * not, is an {@link Outcome.Undecided}; none is a pass.
 */
public final class Gatekeeper {

    private final Request request;
    private final boolean decides;
    private final Strictness strictness;
    private final PolicyFiles policyFiles;
    private Facts facts;

    /** @param decides whether what comes out lets a change pass, and does not only tell about it */
    private Gatekeeper(Request request, boolean decides) {
        this(request, decides, Strictness.TODAY, new PolicyFiles(request.orgPolicy(), Strictness.TODAY));
    }

    private Gatekeeper(Request request, boolean decides, Strictness strictness, PolicyFiles policyFiles) {
        this.request = request;
        this.decides = decides;
        this.strictness = strictness;
        this.policyFiles = policyFiles;
        this.facts = Facts.none(request.run());
    }

    /** Judges a change. */
    public static Outcome<Judgement> judge(Request request) {
        return new Gatekeeper(request, true).reach((source, judged, facts) -> Judge.judge(judged));
    }

    /** Judges again what entered a branch. */
    public static Outcome<Audit> audit(AuditRequest asked, AuditProgress progress) {
        Request request = asked.request();
        Gatekeeper gatekeeper = new Gatekeeper(request, true);
        return gatekeeper.guarded(() -> {
            try (GitRepository repository = GitRepository.open(request.repository())) {
                Revisions branch = repository.resolveTarget(request.target(), request.targetName());
                gatekeeper.facts = gatekeeper.facts.with(branch);
                gatekeeper.refuseDoubt(branch);
                return new BranchAudit(repository, asked, branch, progress).audit();
            }
        });
    }

    /** Judges a change of {@code source}, whatever repository the request names. */
    static Outcome<Judgement> judge(Request request, ChangeSource source) {
        Gatekeeper gatekeeper = new Gatekeeper(request, true);
        return gatekeeper.guarded(() -> Judge.judge(gatekeeper.read(source)));
    }

    /**
     * Collects what an approver of a change has to know, and the statement to sign.
     *
     * @param contract the id of the contract to approve; may be empty where the change has only one
     */
    public static Outcome<PreparedApproval> prepareApproval(Request request, Optional<String> contract) {
        return new Gatekeeper(request, false).reach((source, judged, facts) -> {
            SigningTask task = SigningTask.of(judged, facts.repositoryName(), contract);
            return PreparedApproval.of(request, source, judged, task);
        });
    }

    /**
     * Finds out what a signature file, which the change need not hold, proves about a change.
     *
     * @param contract as for {@link #prepareApproval}
     */
    public static Outcome<SignatureReview> checkApproval(
            Request request, Optional<String> contract, InputFile signature) {
        return new Gatekeeper(request, false).reach((source, judged, facts) -> {
            SigningTask task = SigningTask.of(judged, facts.repositoryName(), contract);
            NearbyStatements near = NearbyStatements.to(judged, source, facts);
            return SignatureReview.of(judged, task, new Signatures(judged.policies(), judged.today(), near), signature);
        });
    }

    /**
     * Finds out what changed paths are, uncommitted ones included, and what they have to be answered by.
     *
     * @param paths the paths to look at in place of the change's; none for those
     */
    public static Outcome<Explanation> explain(Request request, List<String> paths) {
        return new Gatekeeper(request, false).reachWorkTree((gatekeeper, repository, source, work) -> {
            Revisions revisions = gatekeeper.revisions(source);
            Snapshot head = source.headSnapshot(revisions);
            Case judged = gatekeeper.read(
                    paths.isEmpty() ? source : AssumedChange.of(source, revisions.head(), NamedPaths.of(paths, head)));
            return new Explanation(
                    judged.classification(),
                    judged.ownFiles(),
                    judged.contracts().files(),
                    Demands.of(judged),
                    work.overlay().entries().keySet(),
                    work.unread(),
                    !paths.isEmpty());
        });
    }

    /**
     * Drafts a contract for a change, uncommitted work included.
     *
     * @param id the contract's id; may be empty where the branch's name gives one
     */
    public static Outcome<DraftedChange> draft(Request request, Optional<String> id, GivenFields given) {
        return new Gatekeeper(request, false).reachWorkTree((gatekeeper, repository, source, work) -> {
            Path workTree = workTree(request, repository);
            return DraftedChange.of(workTree, repository.branch(), source, gatekeeper.read(source), work, id, given);
        });
    }

    /**
     * Finds out what a repository lacks to adopt Gatekeeper; it needs no commit yet.
     *
     * @param pipeline what the pipeline is called that is written with it
     * @param plugin the one that the pipeline judges by
     */
    public static Outcome<Adoption> adopt(Request request, Optional<String> pipeline, PluginFiles plugin) {
        return new Gatekeeper(request, false).guarded(() -> {
            try (GitRepository repository = GitRepository.open(request.repository())) {
                return Adoption.of(workTree(request, repository), Pipeline.of(pipeline), plugin);
            }
        });
    }

    /**
     * Finds out what of the contracts of landed changes goes into the ledger.
     *
     * @param before the day before which they have landed; empty for one year ago
     */
    public static Outcome<ArchivedContracts> archive(Request request, Optional<LocalDate> before) {
        return new Gatekeeper(request, false).reachWorkTree((gatekeeper, repository, source, work) -> {
            Revisions revisions = gatekeeper.revisions(source);
            gatekeeper.facts = gatekeeper.facts.with(revisions);
            return ArchivedContracts.of(
                    request, workTree(request, repository), repository, source, revisions, work, before);
        });
    }

    private static Path workTree(Request request, GitRepository repository) {
        return repository
                .workTree()
                .orElseThrow(() -> new CannotDecideException(
                        UndecidedCode.WORK_TREE_UNREADY,
                        "'" + request.repository() + "' is a bare repository, and has no work tree to write into",
                        "Name a work tree: -Dgatekeeper.repository=<folder>"));
    }

    /**
     * Makes something of a change that has landed, which an audit judges again: what the first release took is only noted.
     *
     * @param policyFiles those of all changes of the audit
     */
    static <T> Outcome<T> landed(
            Request request, ChangeSource source, PolicyFiles policyFiles, Function<Case, T> stage) {
        Gatekeeper gatekeeper = new Gatekeeper(request, true, Strictness.FIRST_RELEASE, policyFiles);
        return gatekeeper.guarded(() -> stage.apply(gatekeeper.read(source)));
    }

    /** Computes what the verdict records below {@code folder} add up to. */
    public static Outcome<RecordSummary> summarize(Run run, Path folder, RecordFolder.Progress progress) {
        return guarded("what the records tell", () -> Facts.none(run), () -> RecordFolder.read(folder, progress));
    }

    /**
     * Looks at a policy that judges nothing yet, and at what it would do.
     *
     * @param policy the file to look at in place of the work tree's policy
     * @param changes how many of the target's last changes to replay
     */
    public static Outcome<CheckedPolicy> checkPolicy(
            Request request, Optional<InputFile> policy, int changes, Progress progress) {
        return new Gatekeeper(request, false).reachWorkTree((gatekeeper, repository, source, work) -> {
            Revisions revisions = gatekeeper.revisions(source);
            gatekeeper.facts = gatekeeper.facts.with(revisions);
            return new PolicyCheck(request, repository, revisions)
                    .check(source.headSnapshot(revisions), policy, changes, progress);
        });
    }

    /** From a repository to everything that is judged: the whole way of a change, one step a line. */
    private Case read(ChangeSource source) {
        Revisions revisions = revisions(source);
        facts = facts.with(revisions);
        if (decides) {
            refuseDoubt(revisions);
        }
        Snapshot target = source.snapshot(revisions.target());
        Snapshot head = source.headSnapshot(revisions);
        facts = facts.withHeadTree(head.tree());
        Policies policies = PolicySource.inForce(target, revisions.shownTarget(), policyFiles);
        facts = facts.with(policies);
        if (decides && request.run().trust().isolated()) {
            refuseUnknownGroups(policies, revisions);
        }
        if (request.squashed()) {
            source.checkSquashed(revisions);
        }
        Change change = source.change(revisions);
        facts = facts.withMergeBase(change.mergeBase());
        Trees trees = new Trees(source.snapshot(change.mergeBase()), target, head);
        PolicySource.refuseLoss(policies, trees.base(), revisions.shownTarget());
        OwnFiles ownFiles = OwnFiles.of(change, trees);
        Classification classification = new Classifier(policies).classify(change, ownFiles);
        Contracts contracts = ContractFiles.read(
                head, target, ownFiles, new ExtraFields(policies.fieldNames(), policies.isBuiltInAlone()), strictness);
        List<Commit> commits =
                commits(source, revisions, change, Approvals.scope(change, ownFiles, classification, contracts));
        List<Statement> statements =
                Statements.of(facts.repositoryName(), revisions.targetBranch(), contracts.readable(), classification);
        Signatures verifier = new Signatures(
                policies,
                request.run().today(),
                new NearbyStatements(source, facts, revisions, change, commits, policies, statements));
        List<SignatureFile> signed = SignatureFiles.added(ownFiles, head);
        ApprovalCase approvalCase = new ApprovalCase(
                change,
                commits,
                policies,
                contracts,
                request.authors(),
                mailmap(target, classification, contracts),
                request.run().today());
        ChangeAt whole = new ChangeAt(revisions, change, classification, contracts);
        Approvals approvals = Approvals.judge(
                approvalCase,
                classification,
                verifier.verify(signed, statements),
                new ReviewedCommits(source, whole, policies, strictness).judge(request));
        return new Case(
                revisions,
                change,
                commits,
                ownFiles,
                policies,
                classification,
                contracts,
                statements,
                approvals,
                ownFiles.areInPlace()
                        ? OnceInPlace.already(classification, approvals)
                        : onceInPlace(revisions, trees, ownFiles, approvalCase, classification, signed),
                RequiredFiles.failing(policies, trees),
                PolicyAfterMerge.problems(
                        change.at(Layout.POLICY),
                        trees,
                        request.run().today(),
                        policies.from(Origin.ORGANISATION),
                        request.run().trust().isolated(),
                        strictness),
                request.run().today(),
                strictness,
                request.warnOnly(),
                request.squashed());
    }

    private OnceInPlace onceInPlace(
            Revisions revisions,
            Trees trees,
            OwnFiles ownFiles,
            ApprovalCase approvalCase,
            Classification classification,
            List<SignatureFile> signed) {
        Classification left = OnceInPlace.left(classification, ownFiles);
        return OnceInPlace.of(
                approvalCase,
                ownFiles,
                new ProperPlaces(trees),
                left,
                new Signatures(approvalCase.policies(), request.run().today()),
                Statements.of(
                        facts.repositoryName(),
                        revisions.targetBranch(),
                        approvalCase.contracts().readable(),
                        left),
                signed,
                SignatureFiles.near(ownFiles, trees.head()));
    }

    /** A pipeline that gives a target of unknown age would do so for each change; somebody who runs it by hand is told. */
    private void refuseDoubt(Revisions revisions) {
        Optional<TargetDoubt> doubt = revisions.doubt();
        if (doubt.isPresent()
                && (doubt.get().outdated() || request.run().trust().isolated())) {
            throw new CannotDecideException(
                    doubt.get().code(), doubt.get().problem(), doubt.get().remedy());
        }
    }

    /** A pipeline that doesn't give the policy would block each change that such a group answers for; whoever runs it is told at once. */
    private static void refuseUnknownGroups(Policies policies, Revisions revisions) {
        List<String> unknown = policies.unknownGroups();
        if (!unknown.isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.ORG_POLICY_MISSING,
                    Layout.POLICY + " of the target " + revisions.shownTarget() + " names " + Words.list(unknown)
                            + ", and gatekeeper.orgPolicy, which would tell who that is, isn't given",
                    "Whoever runs the pipeline gives the organisation's policy, a file outside the checkout:"
                            + " -Dgatekeeper.orgPolicy=FILE");
        }
    }

    private List<Commit> commits(ChangeSource source, Revisions revisions, Change change, CommitScope scope) {
        List<Commit> commits = source.commits(revisions, change, scope);
        return request.squashed() ? commits.stream().map(Commit::asSquashed).toList() : commits;
    }

    /** The target's, since the change must not say who is not whom; where nothing is RED, nobody asks who is. */
    private static Mailmap mailmap(Snapshot target, Classification classification, Contracts contracts) {
        boolean red =
                classification.level() == Level.RED || contracts.declared().equals(Optional.of(Level.RED));
        return Mailmap.of(
                red
                        ? target.content(target.entry(Layout.MAILMAP), Mailmap.MAX_BYTES)
                        : FileContent.none(FileContent.Flaw.MISSING, Mailmap.MAX_BYTES));
    }

    /** What a goal makes of what was read, while the repository is open. */
    private interface Stage<T> {

        T of(ChangeSource source, Case judged, Facts facts);
    }

    /** What a goal makes of the change that a work tree holds, committed or not. */
    private interface WorkTreeStage<T> {

        T of(Gatekeeper gatekeeper, GitRepository repository, ChangeSource source, UncommittedWork work);
    }

    private interface Work<T> {

        T run();
    }

    private <T> Outcome<T> reach(Stage<T> stage) {
        return guarded(() -> {
            try (GitRepository repository = GitRepository.open(request.repository())) {
                Case judged = read(repository);
                return stage.of(repository, judged, facts);
            }
        });
    }

    private <T> Outcome<T> reachWorkTree(WorkTreeStage<T> stage) {
        return guarded(() -> {
            try (GitRepository repository = GitRepository.open(request.repository())) {
                String head = revisions(repository).head();
                UncommittedWork work =
                        request.head().equals("HEAD") ? repository.uncommitted(head) : UncommittedWork.NONE;
                return stage.of(this, repository, AssumedChange.beside(repository, head, work.overlay()), work);
            }
        });
    }

    private Revisions revisions(ChangeSource source) {
        return source.resolve(request.target(), request.targetName(), request.head());
    }

    private <T> Outcome<T> guarded(Work<T> work) {
        return guarded("the change", () -> facts, work);
    }

    /**
     * @param what is read
     * @param facts asked for once the work is done, or has failed
     */
    private static <T> Outcome<T> guarded(String what, Supplier<Facts> facts, Work<T> work) {
        try {
            T result = work.run();
            return new Outcome.Reached<>(facts.get(), result);
        } catch (CannotDecideException e) {
            return new Outcome.Undecided<>(facts.get(), e.code(), e.problem(), e.remedy());
        } catch (OutOfMemoryError e) {
            return new Outcome.Undecided<>(
                    facts.get(),
                    UndecidedCode.MEMORY_EXHAUSTED,
                    what + " does not fit into the memory of this build",
                    "Give Maven more: export MAVEN_OPTS=-Xmx2g");
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return new Outcome.Undecided<>(
                    facts.get(),
                    UndecidedCode.UNEXPECTED,
                    "something unexpected happened: " + e,
                    "Report it as a defect of Gatekeeper, with its version and both commits.");
        }
    }
}
