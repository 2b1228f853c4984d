package dev.gatekeeper.git;

import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/** The commits of a repository by full name or full id; never by anything that git would have to guess at. */
final class Commits {

    private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{40}");

    /** The refs of which each worktree has its own. */
    private static final List<String> OF_A_WORKTREE = List.of("refs/worktree/", "refs/bisect/", "refs/rewritten/");

    private final Repository repository;

    Commits(Repository repository) {
        this.repository = repository;
    }

    /**
     * A commit and the ref that it was found by.
     *
     * @param ref the ref's full name, with symbolic refs followed
     * @param id the commit's full id
     */
    record Named(String ref, String id) {}

    static boolean isFullId(String text) {
        return FULL_ID.matcher(text).matches();
    }

    /** The commit whose full id is {@code id}; {@code what} names it in messages. */
    String byId(String what, String id) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            if (walk.parseAny(ObjectId.fromString(id)) instanceof RevCommit) {
                return id;
            }
            throw new CannotDecideException(
                    UndecidedCode.REF_NO_COMMIT,
                    what + " is an object, but not a commit.",
                    "Give the full id of a commit.");
        } catch (MissingObjectException e) {
            throw new CannotDecideException(
                    UndecidedCode.REF_UNKNOWN,
                    what + " is not in '" + repository.getDirectory() + "'.",
                    Words.capitalized(new Branches(repository).fetchCommit(id)),
                    e);
        }
    }

    /** The commit that the ref with the full name {@code ref} points to, or empty where there is no such ref. */
    Optional<Named> byRef(String what, String ref) throws IOException {
        checkShared(what + " is", ref);
        Ref found = repository.exactRef(ref);
        if (found == null) {
            return Optional.empty();
        }
        for (Ref link = found; link.isSymbolic(); link = link.getTarget()) {
            String to = link.getTarget().getName();
            checkShared(what + " points to '" + to + "',", to);
        }
        Ref leaf = found.getLeaf();
        ObjectId id = leaf.getObjectId();
        if (id == null) {
            String remedy = leaf.getName().startsWith(Constants.R_REMOTES)
                    ? "Set it anew (git remote set-head origin --auto), or "
                            + new Branches(repository).fetchIt(leaf.getName())
                    : "Commit first, or name another ref.";
            throw new CannotDecideException(
                    UndecidedCode.REF_NO_COMMIT,
                    what + " points to '" + leaf.getName() + "', which has no commit.",
                    remedy);
        }
        return Optional.of(new Named(leaf.getName(), commit(what, leaf, id)));
    }

    /** In a linked worktree JGit reads the main worktree's, where git reads the worktree's own. */
    private void checkShared(String whatIs, String ref) {
        boolean linked = !repository.getDirectory().equals(repository.getCommonDirectory());
        if (linked && OF_A_WORKTREE.stream().anyMatch(ref::startsWith)) {
            throw new CannotDecideException(
                    UndecidedCode.WORKTREE_UNSUPPORTED,
                    whatIs + " a ref that each worktree has for itself, and those of the linked worktree '"
                            + repository.getDirectory() + "' can't be read.",
                    "Give the commit's full id, which git tells: git --git-dir="
                            + Shell.quote(repository.getDirectory().toString()) + " rev-parse --verify "
                            + Shell.quote(ref + "^{commit}"));
        }
    }

    private String commit(String what, Ref leaf, ObjectId id) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevObject object = walk.parseAny(id);
            RevObject peeled = Branches.isBranch(leaf.getName()) ? object : walk.peel(object);
            if (peeled instanceof RevCommit) {
                return peeled.name();
            }
            throw new CannotDecideException(
                    UndecidedCode.REF_NO_COMMIT,
                    what + " points to " + id.name() + ", which is not a commit.",
                    "Point it to a commit: git update-ref " + Shell.quote(leaf.getName()) + " <commit id>");
        } catch (MissingObjectException e) {
            throw new CannotDecideException(
                    UndecidedCode.OBJECT_MISSING,
                    what + " points to " + id.name() + ", and '" + repository.getDirectory() + "' lacks the object "
                            + e.getObjectId().name() + ".",
                    leaf.getName().startsWith(Constants.R_REMOTES)
                            ? "Clone the repository again, or fetch it anew: git update-ref -d "
                                    + Shell.quote(leaf.getName()) + " && "
                                    + new Branches(repository).fetch(leaf.getName())
                            : "Clone the repository again, or point it to a commit: git update-ref "
                                    + Shell.quote(leaf.getName()) + " <commit id>",
                    e);
        }
    }
}
