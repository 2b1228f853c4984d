package dev.gatekeeper.git;

import dev.gatekeeper.change.TargetDoubt;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Whether a target is its branch's tip, or ahead of it, as far as the refs of the repository tell.
 *
 * <p>The branch is what was last fetched from the remote: {@code refs/remotes/origin/main} for {@code main} or for a commit of it, or, in
 * a bare repository without such a ref, {@code refs/heads/main}. A target that lacks commits of that ref is out of date, unless the ref
 * holds head: a change that has landed is judged against what it was landed on. The base of a merge queue is ahead of its branch.
 */
final class TargetAge {

    private final Repository repository;
    private final ObjectReader reader;
    private final boolean bare;
    private final Commits commits;
    private final Branches branches;

    TargetAge(Repository repository, ObjectReader reader, boolean bare) {
        this.repository = repository;
        this.reader = reader;
        this.bare = bare;
        this.commits = new Commits(repository);
        this.branches = new Branches(repository);
    }

    /** What speaks against a target that is a branch: one of a remote is its own measure, a local one is held against the remote's. */
    Optional<TargetDoubt> ofBranch(Commits.Named target, String branch, Optional<String> head) throws IOException {
        Optional<String> ref = target.ref().startsWith(Constants.R_HEADS) ? branchRef(branch) : Optional.empty();
        return ref.isPresent() && isBehind(target.id(), ref.get(), head)
                ? Optional.of(outdated("Target '" + target.ref() + "'", ref.get(), instead(ref.get())))
                : Optional.empty();
    }

    /** What speaks against a default target that is one of the {@code usual} branches: where both are there, either may be the old one. */
    Optional<TargetDoubt> ofDefault(Commits.Named target, List<String> usual, Optional<String> head)
            throws IOException {
        for (String ref : usual) {
            if (isBehind(target.id(), ref, head)) {
                return Optional.of(outdated(
                        "Target '" + target.ref() + "', the default,",
                        ref,
                        "Name the one that is meant: -Dgatekeeper.target=" + ref + " or -Dgatekeeper.target="
                                + target.ref()));
            }
        }
        return Optional.empty();
    }

    /**
     * What speaks against a target that is a commit, or a ref that is no branch.
     *
     * @param given the commit or ref, as messages name it
     * @param branch the full name of the branch that it is said to be of
     */
    Optional<TargetDoubt> ofCommit(String given, String id, Optional<String> branch, Optional<String> head)
            throws IOException {
        String what = "Target '" + given + "'";
        if (branch.isEmpty()) {
            return Optional.of(new TargetDoubt(
                    UndecidedCode.TARGET_AGE_UNKNOWN,
                    what + " is of unknown age: no branch is named that it can be held against.",
                    "Name its branch: -Dgatekeeper.targetName=<branch>"));
        }
        Optional<String> ref = branchRef(branch.get());
        if (ref.isEmpty()) {
            String name = branch.get().substring(Constants.R_HEADS.length());
            return Optional.of(new TargetDoubt(
                    UndecidedCode.TARGET_AGE_UNKNOWN,
                    what + " is of unknown age: '" + repository.getDirectory() + "' does not have its branch '" + name
                            + "' as a remote has it.",
                    Words.capitalized(branches.fetchIt(
                            Constants.R_REMOTES + branches.remoteOfRefs().orElse(branches.remote()) + "/" + name))));
        }
        return isBehind(id, ref.get(), head)
                ? Optional.of(outdated(what, ref.get(), instead(ref.get())))
                : Optional.empty();
    }

    /** The ref that tells what the branch {@code branch}, a full name, is now. */
    private Optional<String> branchRef(String branch) throws IOException {
        Optional<String> remote = branches.remoteOfRefs();
        if (remote.isPresent()) {
            String tracked = Constants.R_REMOTES + remote.get() + "/" + branch.substring(Constants.R_HEADS.length());
            if (repository.exactRef(tracked) != null) {
                return Optional.of(tracked);
            }
        }
        return bare && repository.exactRef(branch) != null ? Optional.of(branch) : Optional.empty();
    }

    private boolean isBehind(String target, String ref, Optional<String> head) throws IOException {
        Optional<Commits.Named> tip = commits.byRef("Branch '" + ref + "'", ref);
        return tip.isPresent()
                && !holds(target, tip.get().id())
                && (head.isEmpty() || !holds(tip.get().id(), head.get()));
    }

    /** Whether {@code other} is {@code commit} or comes before it. */
    private boolean holds(String commit, String other) throws IOException {
        ObjectId ancestor = ObjectId.fromString(other);
        return new Ancestry(reader)
                .mergeBases(ObjectId.fromString(commit), ancestor)
                .equals(Set.of(ancestor));
    }

    private TargetDoubt outdated(String what, String ref, String remedy) throws IOException {
        if (reader.getShallowCommits().isEmpty()) {
            return new TargetDoubt(
                    UndecidedCode.TARGET_STALE, what + " is out of date: it lacks commits of '" + ref + "'.", remedy);
        }
        return new TargetDoubt(
                UndecidedCode.HISTORY_SHALLOW,
                what + " seems out of date: '" + repository.getDirectory()
                        + "' is a shallow clone, and no history leads from '" + ref + "' to it.",
                "Fetch the whole history (fetch-depth: 0 in CI) from a repository that has it: git fetch --unshallow");
    }

    private static String instead(String ref) {
        return "Name that ref in its place: -Dgatekeeper.target=" + Shell.quote(ref);
    }
}
