package dev.gatekeeper;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.FirstParent;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.git.Mainline;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a branch as a change: the target is what the branch was before it, head what it was after.
 *
 * @param repository to be read while it is open
 * @param branch the branch
 * @param step what the branch was before and after
 * @param between the first parents from the one to the other, the oldest first
 */
record StepSource(GitRepository repository, Mainline branch, Revisions step, List<FirstParent> between)
        implements ChangeSource {

    @Override
    public Revisions resolve(Optional<String> target, Optional<String> targetName, String head) {
        return step;
    }

    @Override
    public Change change(Revisions revisions) {
        return revisions.equals(step) ? repository.changeOntoTarget(step) : repository.change(revisions);
    }

    @Override
    public List<Commit> commits(Revisions revisions, Change change, CommitScope scope) {
        return revisions.equals(step)
                ? branch.commits(step, change, scope, between)
                : repository.commits(revisions, change, scope);
    }

    @Override
    public Map<String, String> branches() {
        return repository.branches();
    }

    /** That the commits of the step have one parent each is known. */
    @Override
    public void checkSquashed(Revisions revisions) {}

    @Override
    public List<RawPath> changedOnTarget(Revisions revisions, Change change, List<ChangedPath> paths) {
        return repository.changedOnTarget(revisions, change, paths);
    }

    @Override
    public Snapshot snapshot(String commit) {
        return repository.snapshot(commit);
    }

    @Override
    public DiffStat stat(ChangedPath changed) {
        return repository.stat(changed);
    }
}
