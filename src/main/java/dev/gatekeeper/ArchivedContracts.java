package dev.gatekeeper;

import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.change.UncommittedWork;
import dev.gatekeeper.draft.Archival;
import dev.gatekeeper.draft.Branches;
import dev.gatekeeper.draft.WorkTreeFiles;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What of the contracts of landed changes goes into the ledger.
 *
 * @param workTree the root of the work tree
 * @param archival the files to be written and deleted
 * @param unread as in {@link Explanation}
 */
public record ArchivedContracts(Path workTree, Archival archival, List<String> unread) {

    public ArchivedContracts {
        unread = List.copyOf(unread);
    }

    /**
     * Finds out what goes.
     *
     * @param repository the commits
     * @param source the change, with what isn't committed
     * @param before the day before which they have landed; empty for one year ago
     * @throws CannotDecideException when there is no branch to archive on, or work on it would be lost
     */
    static ArchivedContracts of(
            Request request,
            Path workTree,
            GitRepository repository,
            ChangeSource source,
            Revisions revisions,
            UncommittedWork work,
            Optional<LocalDate> before) {
        LocalDate day = before.orElse(request.run().today().minusYears(1));
        refuse(request, repository, day);
        Trees trees = new Trees(
                repository.snapshot(repository.change(revisions).mergeBase()),
                repository.snapshot(revisions.target()),
                repository.snapshot(revisions.head()));
        Archival archival = Archival.of(
                new Branches(trees, defaultBranch(request, repository, revisions)),
                new WorkTreeFiles(source.headSnapshot(revisions), work.overlay()),
                repository.landedBefore(revisions, Layout.CONTRACTS, day),
                day);
        return new ArchivedContracts(workTree, archival, work.unread());
    }

    private static void refuse(Request request, GitRepository repository, LocalDate day) {
        if (day.isAfter(request.run().today())) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_INVALID,
                    "gatekeeper.before is '" + day + "', and it is only "
                            + request.run().today() + " (UTC)",
                    "Give a day that has been, or leave it out: contracts that landed more than a year ago are archived then.");
        }
        if (!request.head().equals("HEAD")) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_CONFLICT,
                    "gatekeeper.head is '" + request.head()
                            + "', and contracts are archived in the work tree, on what it has" + " checked out",
                    "Leave it out, and check out the branch to archive on: git switch <branch>");
        }
        if (repository.branch().isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.WORK_TREE_UNREADY,
                    "HEAD is on no branch, and what is archived becomes a change of a branch",
                    "Make one: git switch -c archive-contracts");
        }
    }

    /** The default branch's files, where it is known and isn't the target. */
    private static Optional<Snapshot> defaultBranch(Request request, GitRepository repository, Revisions revisions) {
        if (request.target().isEmpty()) {
            return Optional.empty();
        }
        try {
            String tip = repository
                    .resolve(Optional.empty(), Optional.empty(), request.head())
                    .target();
            return tip.equals(revisions.target()) ? Optional.empty() : Optional.of(repository.snapshot(tip));
        } catch (CannotDecideException e) {
            return Optional.empty();
        }
    }
}
