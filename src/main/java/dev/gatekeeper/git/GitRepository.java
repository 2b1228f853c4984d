package dev.gatekeeper.git;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.ContractTouch;
import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.FirstParent;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.RecentChanges;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.UncommittedWork;
import dev.gatekeeper.text.CannotDecideException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository, opened for reading only: nothing is written, no other process started, no configuration but its own read.
 *
 * <p>Every failure, expected or not, is a {@link CannotDecideException}. Not thread-safe.
 */
public final class GitRepository implements ChangeSource, AutoCloseable {

    private final Location location;
    private final Repository repository;
    private final ObjectReader reader;
    private final CheckedTrees checked;
    private final Ancestry ancestry;

    private GitRepository(Location location, Repository repository) {
        this.location = location;
        this.repository = repository;
        this.reader = new TreeCache(repository.newObjectReader());
        this.checked = new CheckedTrees(reader);
        this.ancestry = new Ancestry(reader);
    }

    /**
     * Opens the repository that {@code start} lies in, or that it is.
     *
     * @throws CannotDecideException when there is none, or it is one that can't be judged
     */
    public static GitRepository open(Path start) {
        GitIsolation.install();
        Location location = Location.find(start);
        return Failures.guard(location.gitFolder(), () -> {
            FormatGuard.check(location);
            // Bare, because the work tree is of no interest, and its configured place may be gone.
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir(location.gitFolder().toFile())
                    .setGitCommonDir(location.commonFolder().toFile())
                    .setBare()
                    .build();
            try {
                RepositoryGuard.check(location, repository);
                return new GitRepository(location, repository);
            } catch (IOException | RuntimeException e) {
                close(repository);
                throw e;
            }
        });
    }

    Location location() {
        return location;
    }

    @Override
    public Revisions resolve(Optional<String> target, Optional<String> targetName, String head) {
        return Failures.guard(
                location.gitFolder(),
                () -> new RevisionResolver(repository, reader, location.isBare())
                        .resolve(target, targetName, Optional.of(head)));
    }

    /**
     * Finds the target alone, without a change that wants to enter it; it stands for head too.
     *
     * @throws CannotDecideException as {@link #resolve} does
     */
    public Revisions resolveTarget(Optional<String> target, Optional<String> targetName) {
        return Failures.guard(
                location.gitFolder(),
                () -> new RevisionResolver(repository, reader, location.isBare())
                        .resolve(target, targetName, Optional.empty()));
    }

    @Override
    public Change change(Revisions revisions) {
        return Failures.guard(
                location.gitFolder(), () -> change(revisions, history(revisions).mergeBase()));
    }

    /** As {@link #change}, where head descends from the target, which so is the merge base. */
    public Change changeOntoTarget(Revisions revisions) {
        return Failures.guard(location.gitFolder(), () -> change(revisions, ObjectId.fromString(revisions.target())));
    }

    private Change change(Revisions revisions, ObjectId mergeBase) throws IOException {
        List<ObjectId> trees = List.of(
                tree(mergeBase),
                tree(ObjectId.fromString(revisions.head())),
                tree(ObjectId.fromString(revisions.target())));
        TreeDiff diff = new TreeDiff(reader, checked);

        ChangedPaths changed = new ChangedPaths();
        diff.walk(trees, changed);
        List<ChangedPath> paths = changed.paths(revisions);

        return new Change(mergeBase.name(), paths, FoldingCollisions.find(diff, trees, paths));
    }

    /**
     * The commits that a branch's tip leads to by first parents.
     *
     * @param branch what {@link #resolveTarget} gave
     * @param since the full id of one of them, after which they begin
     * @throws CannotDecideException when it is none of them, or history is cut off
     */
    public Mainline mainline(Revisions branch, String since) {
        return Failures.guard(location.gitFolder(), () -> {
            new Commits(repository).byId("gatekeeper.since, " + since + ",", since);
            List<FirstParent> commits = new ArrayList<>(firstParents(branch).after(since));
            Collections.reverse(commits);
            return Mainline.of(this, reader, ObjectId.fromString(since), commits);
        });
    }

    /**
     * The oldest of the target's first parents that holds a policy, a full commit id.
     *
     * @throws CannotDecideException when none does, or history is cut off
     */
    public String adoption(Revisions revisions) {
        return Failures.guard(
                location.gitFolder(), () -> firstParents(revisions).adoption(this::snapshot));
    }

    /** When {@code commit}, a full id, says that it was committed; {@link Instant#EPOCH} where it doesn't. */
    public Instant committed(String commit) {
        return Failures.guard(location.gitFolder(), () -> FirstParents.committed(reader, ObjectId.fromString(commit)));
    }

    /** What {@code work} gives, which reads this repository. */
    <T> T read(Failures.Work<T> work) {
        return Failures.guard(location.gitFolder(), work);
    }

    private FirstParents firstParents(Revisions revisions) throws IOException {
        FirstParents parents = new FirstParents(location.gitFolder(), reader, ancestry, revisions);
        parents.refuseShallow();
        return parents;
    }

    /** What {@code commit} does to contracts, against its first parent. */
    public ContractTouch contractTouch(FirstParent commit) {
        return Failures.guard(location.gitFolder(), () -> {
            ContractFilesDiff changed = new ContractFilesDiff();
            new TreeDiff(reader, checked)
                    .walk(
                            List.of(tree(ObjectId.fromString(commit.parent())), tree(ObjectId.fromString(commit.id()))),
                            changed);
            return changed.paths().isEmpty()
                    ? ContractTouch.NOTHING
                    : ContractTouch.of(changed.paths(), snapshot(commit.parent()), snapshot(commit.id()));
        });
    }

    @Override
    public List<Commit> commits(Revisions revisions, Change change, CommitScope scope) {
        return commits(
                revisions,
                change,
                scope,
                Failures.guard(
                        location.gitFolder(),
                        () -> history(revisions).commits(ObjectId.fromString(change.mergeBase()))));
    }

    /** @param commits those of the change, its head first and each before its parents */
    List<Commit> commits(Revisions revisions, Change change, CommitScope scope, List<RevCommit> commits) {
        return Failures.guard(
                location.gitFolder(),
                () -> new CommitReader(reader, ancestry, checked, change.paths(), scope, revisions.shownTarget())
                        .read(commits));
    }

    private History history(Revisions revisions) throws IOException {
        return new History(location.gitFolder(), reader, ancestry, revisions);
    }

    @Override
    public Map<String, String> branches() {
        return Failures.guard(location.gitFolder(), () -> new Branches(repository).tips());
    }

    @Override
    public void checkSquashed(Revisions revisions) {
        Failures.guard(location.gitFolder(), () -> {
            new SquashedHead(reader, revisions).check();
            return revisions;
        });
    }

    @Override
    public List<RawPath> changedOnTarget(Revisions revisions, Change change, List<ChangedPath> paths) {
        return Failures.guard(location.gitFolder(), () -> {
            TargetThen target = new TargetThen(reader, ancestry, revisions);
            Set<RawPath> changed = target.changedSince(
                    target.find(ObjectId.fromString(change.mergeBase())), new TreeDiff(reader, checked));
            return paths.stream()
                    .map(ChangedPath::path)
                    .filter(changed::contains)
                    .toList();
        });
    }

    @Override
    public Snapshot snapshot(String commit) {
        return Failures.guard(
                location.gitFolder(),
                () -> new TreeSnapshot(location.gitFolder(), reader, checked, tree(ObjectId.fromString(commit))));
    }

    /** The paths of what {@code folder} holds at the target's tip that landed there before {@code day} (UTC). */
    public Set<RawPath> landedBefore(Revisions revisions, RawPath folder, LocalDate day) {
        return Failures.guard(
                location.gitFolder(),
                () -> new Landings(location.gitFolder(), reader, checked, revisions).before(folder, day));
    }

    @Override
    public DiffStat stat(ChangedPath changed) {
        return Failures.guard(location.gitFolder(), () -> new LineCounter(reader).count(changed));
    }

    /** At most {@code most} of what entered the branch with the tip {@code tip}, a full commit id, last. */
    public RecentChanges recentChanges(String tip, int most) {
        return Failures.guard(location.gitFolder(), () -> RecentSteps.of(reader, ObjectId.fromString(tip), most));
    }

    /** What {@code step} changed. A commit's first parent is where it leaves the branch from, so nothing is looked for in history. */
    public Change change(RecentChanges.Step step) {
        return Failures.guard(location.gitFolder(), () -> {
            ObjectId before = tree(ObjectId.fromString(step.parent()));
            ChangedPaths changed = new ChangedPaths();
            new TreeDiff(reader, checked)
                    .walk(List.of(before, tree(ObjectId.fromString(step.commit())), before), changed);
            Revisions revisions = new Revisions(Optional.empty(), Optional.empty(), step.parent(), step.commit());
            return new Change(step.parent(), changed.paths(revisions), Map.of());
        });
    }

    /** Every file, link and submodule of {@code commit}, a full commit id. */
    public SortedMap<RawPath, Entry> files(String commit) {
        return Failures.guard(
                location.gitFolder(), () -> new TreeDiff(reader, checked).files(tree(ObjectId.fromString(commit))));
    }

    /** The branch that is checked out, its full name; empty where none is. */
    public Optional<String> branch() {
        return Failures.guard(location.gitFolder(), () -> {
            Ref head = repository.exactRef(Constants.HEAD);
            return head != null && head.isSymbolic()
                    ? Optional.of(head.getTarget().getName())
                    : Optional.empty();
        });
    }

    /** The folder that holds what is checked out; empty where nothing can be. */
    public Optional<Path> workTree() {
        return location.workTree();
    }

    /**
     * What the work tree holds beyond {@code head}, the commit that it has checked out. What can't be read is said and never a failure,
     * since no verdict goes by it.
     */
    public UncommittedWork uncommitted(String head) {
        ObjectId tree = Failures.guard(location.gitFolder(), () -> tree(ObjectId.fromString(head)));
        return WorkTree.compare(location, repository.getConfig(), new TreeDiff(reader, checked), tree);
    }

    private ObjectId tree(ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            return walk.parseCommit(commit).getTree().getId();
        }
    }

    /** Closes what the repository holds: its own way of closing starts a cache of repositories first, with a thread that sweeps it. */
    @Override
    public void close() {
        reader.close();
        close(repository);
    }

    private static void close(Repository repository) {
        repository.getObjectDatabase().close();
        repository.getRefDatabase().close();
    }
}
