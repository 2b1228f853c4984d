package dev.gatekeeper.testing;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A change in memory, in place of a repository.
 *
 * @param revisions what every name stands for
 * @param changes the change of each head, by its id
 * @param commits its commits
 * @param snapshots the files of each commit, by its id
 */
record MemorySource(
        Revisions revisions, Map<String, Change> changes, List<Commit> commits, Map<String, Snapshot> snapshots)
        implements ChangeSource {

    @Override
    public Revisions resolve(Optional<String> target, Optional<String> targetName, String head) {
        return revisions;
    }

    @Override
    public Change change(Revisions ofRevisions) {
        return Optional.ofNullable(changes.get(ofRevisions.head()))
                .orElseThrow(() -> new CannotDecideException(
                        UndecidedCode.OBJECT_MISSING, ofRevisions.head() + " isn't there.", "None."));
    }

    @Override
    public List<Commit> commits(Revisions ofRevisions, Change ofChange, CommitScope scope) {
        return commits;
    }

    @Override
    public Map<String, String> branches() {
        return Map.of("refs/heads/main", revisions.target(), "refs/heads/release", revisions.target());
    }

    @Override
    public void checkSquashed(Revisions ofRevisions) {
        // One change is as good as another.
    }

    @Override
    public List<RawPath> changedOnTarget(Revisions ofRevisions, Change ofChange, List<ChangedPath> paths) {
        return List.of();
    }

    @Override
    public Snapshot snapshot(String commit) {
        return Objects.requireNonNull(snapshots.get(commit));
    }

    @Override
    public DiffStat stat(ChangedPath changed) {
        return new DiffStat.Lines(0, 0);
    }
}
