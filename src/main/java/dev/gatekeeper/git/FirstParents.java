package dev.gatekeeper.git;

import dev.gatekeeper.change.FirstParent;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The walk from a branch's tip down its first parents. */
final class FirstParents {

    private static final String GIVE_SINCE =
            "Name the first parent after which to begin, by its full id: -Dgatekeeper.since=<commit>; git shows them all: ";

    private final Path gitFolder;
    private final ObjectReader reader;
    private final Ancestry ancestry;
    private final Revisions revisions;
    private final ObjectChecker checker = new ObjectChecker().setAllowInvalidPersonIdent(true);

    FirstParents(Path gitFolder, ObjectReader reader, Ancestry ancestry, Revisions revisions) {
        this.gitFolder = gitFolder;
        this.reader = reader;
        this.ancestry = ancestry;
        this.revisions = revisions;
    }

    /** Cut off history leaves out commits of what was merged, and who made them. */
    void refuseShallow() throws IOException {
        if (!reader.getShallowCommits().isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.HISTORY_SHALLOW,
                    "'" + gitFolder
                            + "' is a shallow clone: history is cut off, and what entered the branch can't be seen.",
                    "Fetch the whole history (fetch-depth: 0 in CI) from a repository that has it: git fetch --unshallow");
        }
    }

    /**
     * Those after {@code since}, the newest first.
     *
     * @throws CannotDecideException when {@code since}, a full commit id, is none of them
     */
    List<FirstParent> after(String since) throws IOException {
        List<FirstParent> after = new ArrayList<>();
        boolean[] found = {false};
        walk(commit -> {
            found[0] = commit.getId().name().equals(since);
            if (!found[0] && commit.getParentCount() > 0) {
                after.add(read(commit));
            }
            return !found[0];
        });
        if (!found[0]) {
            throw notAmongThem(since);
        }
        return after;
    }

    private CannotDecideException notAmongThem(String since) throws IOException {
        ObjectId start = ObjectId.fromString(since);
        boolean isAncestor = ancestry.mergeBases(start, ObjectId.fromString(revisions.target()))
                .equals(Set.of(start));
        return new CannotDecideException(
                UndecidedCode.HISTORY_REWRITTEN,
                "gatekeeper.since is " + since + ", which is no first parent of '" + revisions.shownTarget() + "' at "
                        + revisions.target() + ": "
                        + (isAncestor
                                ? "the branch was turned round, by a merge that took it as its second parent"
                                : "the branch was rewritten, or it is another branch's"),
                "Find out who did that and what entered by it, then give a first parent that you trust: git log --first-parent "
                        + Shell.quote(revisions.shownTarget()));
    }

    /**
     * The oldest of them that holds a policy, full commit id.
     *
     * @param snapshots reads what a commit holds
     * @throws CannotDecideException when none does, or one that can't be read may be older
     */
    String adoption(Function<String, Snapshot> snapshots) throws IOException {
        List<String> holding = new ArrayList<>();
        List<CannotDecideException> unread = new ArrayList<>();
        walk(commit -> {
            try {
                Snapshot files = snapshots.apply(commit.getId().name());
                if (!files.entry(Layout.POLICY).isAbsent()) {
                    holding.add(commit.getId().name());
                    unread.clear();
                }
            } catch (CannotDecideException e) {
                unread.add(e);
            }
            return true;
        });
        if (!unread.isEmpty()) {
            throw unread.get(0);
        }
        if (holding.isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_MISSING,
                    "No first parent of '" + revisions.shownTarget() + "' holds " + Layout.POLICY
                            + ", so that nothing tells when Gatekeeper was adopted.",
                    GIVE_SINCE + "git log --first-parent " + Shell.quote(revisions.shownTarget()));
        }
        return holding.get(holding.size() - 1);
    }

    /** What to do at one commit. */
    private interface Visitor {

        /** Whether to go on. */
        boolean visit(RevCommit commit) throws IOException;
    }

    private void walk(Visitor visitor) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            ObjectId next = ObjectId.fromString(revisions.target());
            while (true) {
                RevCommit commit = walk.parseCommit(next);
                check(commit);
                boolean goesOn = visitor.visit(commit);
                commit.disposeBody();
                if (!goesOn || commit.getParentCount() == 0) {
                    return;
                }
                next = commit.getParent(0);
            }
        }
    }

    /** Refuses headers that git and JGit read differently: the two would go down different ways. */
    private void check(RevCommit commit) {
        try {
            checker.checkCommit(commit.getRawBuffer());
        } catch (CorruptObjectException e) {
            throw new CannotDecideException(
                    UndecidedCode.OBJECT_MALFORMED,
                    "Commit " + commit.name() + " is malformed: " + Failures.say(e) + ".",
                    "Begin behind it: -Dgatekeeper.since=" + commit.name(),
                    e);
        }
    }

    static Instant committed(ObjectReader reader, ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            return committer(walk.parseCommit(commit))
                    .map(PersonIdent::getWhenAsInstant)
                    .orElse(Instant.EPOCH);
        }
    }

    private static FirstParent read(RevCommit commit) {
        Optional<PersonIdent> committer = committer(commit);
        return new FirstParent(
                commit.name(),
                commit.getParent(0).name(),
                commit.getParentCount() > 1,
                committer.map(PersonIdent::getWhenAsInstant).orElse(Instant.EPOCH),
                commit.getShortMessage(),
                committer
                        .map(ident -> new Person(ident.getName(), ident.getEmailAddress()))
                        .orElse(new Person("", "")));
    }

    /** Empty where the line is none that JGit can read, whatever it throws. */
    private static Optional<PersonIdent> committer(RevCommit commit) {
        try {
            return Optional.ofNullable(commit.getCommitterIdent());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
