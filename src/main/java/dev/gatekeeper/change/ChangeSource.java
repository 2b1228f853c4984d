package dev.gatekeeper.change;

import dev.gatekeeper.text.CannotDecideException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a change is read from: a repository, read only. */
public interface ChangeSource {

    /**
     * Finds the commits that are named.
     *
     * @param target a full ref, a short branch name that fits one branch, a full commit id; or empty for the default
     * @param targetName the target branch's own name, where the target is a commit id or a ref that is no branch
     * @param head {@code HEAD}, a full ref or a full commit id
     * @throws CannotDecideException when a name stands for nothing, or for several things
     */
    Revisions resolve(Optional<String> target, Optional<String> targetName, String head);

    /**
     * Reads the change from the merge base to head.
     *
     * @throws CannotDecideException when there is not one merge base, when history or objects are missing or malformed, or when the
     *     target has moved what the change alters
     */
    Change change(Revisions revisions);

    /**
     * Reads the commits that head reaches and the target does not, each before its parents.
     *
     * @param change what {@link #change} gave for {@code revisions}
     * @throws CannotDecideException when one of them is malformed, or names people in an encoding that nobody can read
     */
    List<Commit> commits(Revisions revisions, Change change, CommitScope scope);

    /** The tips of the branches known, each by the full name that it has where it comes from, such as {@code refs/heads/main}. */
    Map<String, String> branches();

    /**
     * Sees to it that head can be what a forge makes by squashing.
     *
     * @throws CannotDecideException unless head follows the target's tip, and every commit on the way has one parent
     */
    void checkSquashed(Revisions revisions);

    /**
     * Those of {@code paths} that the target has changed since head took it in last: its tip holds something else there than the newest of
     * its first parents, itself the first of them, that head descends from.
     *
     * @param change what {@link #change} gave for {@code revisions}
     * @param paths of {@code change}
     * @throws CannotDecideException when head descends from none of them
     */
    List<RawPath> changedOnTarget(Revisions revisions, Change change, List<ChangedPath> paths);

    /** The files of {@code commit}, a full commit id; to be read while this source is open. */
    Snapshot snapshot(String commit);

    /** The files of head, which need not be committed where a change is only assumed. */
    default Snapshot headSnapshot(Revisions revisions) {
        return snapshot(revisions.head());
    }

    /** How much {@code changed}, a path of a change of this source, alters. */
    DiffStat stat(ChangedPath changed);
}
