package dev.gatekeeper.git;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectChecker.ErrorType;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The trees that were found to be well-formed.
 *
 * <p>Duplicate, unsorted or slashed entries make a diff of two trees miss what a checkout would write. Names that no checkout would
 * write ({@code ..}, {@code .git}) are let through, since they hide nothing and must be possible to delete.
 *
 * <p>An empty folder, which git can hold and never writes, makes JGit's walk misname the paths beside it: its iterator has no path of
 * its own, and what is entered below it in another tree overwrites the first letter of the path that it shares.
 */
final class CheckedTrees {

    private final ObjectReader reader;
    private final Set<ObjectId> known = new HashSet<>();
    private final ObjectChecker checker = new ObjectChecker()
            .setAllowLeadingZeroFileMode(true)
            .setIgnore(ErrorType.HAS_DOT, true)
            .setIgnore(ErrorType.HAS_DOTDOT, true)
            .setIgnore(ErrorType.HAS_DOTGIT, true);

    CheckedTrees(ObjectReader reader) {
        this.reader = reader;
    }

    /** Checks the tree {@code id}, which lies at {@code path}, or at the root, and is to be walked through. */
    void check(ObjectId id, Optional<RawPath> path) throws IOException {
        if (path.isPresent() && id.equals(Constants.EMPTY_TREE_ID)) {
            throw malformed(path, id, "it is empty");
        }
        if (!known.contains(id)) {
            read(id, path);
        }
    }

    /** The bytes of the tree {@code id}, checked. */
    byte[] read(ObjectId id, Optional<RawPath> path) throws IOException {
        byte[] bytes = reader.open(id, Constants.OBJ_TREE).getCachedBytes();
        if (known.contains(id)) {
            return bytes;
        }
        try {
            checker.checkTree(bytes);
        } catch (CorruptObjectException e) {
            throw malformed(path, id, Failures.say(e));
        }
        known.add(id.copy());
        return bytes;
    }

    private static CannotDecideException malformed(Optional<RawPath> path, ObjectId id, String why) {
        return new CannotDecideException(
                UndecidedCode.OBJECT_MALFORMED,
                (path.isPresent() ? "Folder '" + path.get().display() + "'" : "The root folder")
                        + " is a malformed tree, " + id.name() + ": " + why + ".",
                "Where the target holds it, an administrator lands a commit that changes something in it. Otherwise write the"
                        + " commits that hold it anew, with an unmodified git: git rebase --no-ff <target>");
    }
}
