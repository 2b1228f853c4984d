package dev.gatekeeper.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change as it would be if head held some entries more: what isn't committed yet, or what somebody only asks about.
 *
 * <p>Nothing that passes a change is made of it.
 */
public final class AssumedChange implements ChangeSource {

    private final ChangeSource source;
    private final String head;
    private final Overlay overlay;
    private final boolean alone;

    private AssumedChange(ChangeSource source, String head, Overlay overlay, boolean alone) {
        this.source = source;
        this.head = head;
        this.overlay = overlay;
        this.alone = alone;
    }

    /**
     * The change of {@code source}, and {@code overlay} as if it were committed too.
     *
     * @param head the commit, a full id, that holds it then; those of other commits are as they are
     */
    public static AssumedChange beside(ChangeSource source, String head, Overlay overlay) {
        return new AssumedChange(source, head, overlay, false);
    }

    /** A change of nothing but {@code overlay}, by nobody, from a commit of {@code source} to {@code head}. */
    public static AssumedChange of(ChangeSource source, String head, Overlay overlay) {
        return new AssumedChange(source, head, overlay, true);
    }

    @Override
    public Revisions resolve(Optional<String> target, Optional<String> targetName, String head) {
        return source.resolve(target, targetName, head);
    }

    @Override
    public Change change(Revisions revisions) {
        Change committed = source.change(revisions);
        if (!revisions.head().equals(head)) {
            return committed;
        }
        Snapshot base = source.snapshot(committed.mergeBase());
        Snapshot target = source.snapshot(revisions.target());
        SortedMap<RawPath, ChangedPath> paths = new TreeMap<>();
        if (!alone) {
            committed.paths().forEach(changed -> paths.put(changed.path(), changed));
        }
        for (Map.Entry<RawPath, Entry> assumed : overlay.entries().entrySet()) {
            RawPath path = assumed.getKey();
            Entry before = file(base, path);
            if (before.equals(assumed.getValue())) {
                paths.remove(path);
            } else {
                paths.put(path, new ChangedPath(path, before, assumed.getValue(), file(target, path)));
            }
        }
        return new Change(committed.mergeBase(), List.copyOf(paths.values()), committed.collisions());
    }

    /** A file and a folder of one name are two entries. */
    private static Entry file(Snapshot snapshot, RawPath path) {
        Entry entry = snapshot.entry(path);
        return entry.isFolder() ? Entry.ABSENT : entry;
    }

    @Override
    public List<Commit> commits(Revisions revisions, Change change, CommitScope scope) {
        return alone ? List.of() : source.commits(revisions, source.change(revisions), scope);
    }

    @Override
    public Map<String, String> branches() {
        return source.branches();
    }

    @Override
    public void checkSquashed(Revisions revisions) {
        source.checkSquashed(revisions);
    }

    @Override
    public List<RawPath> changedOnTarget(Revisions revisions, Change change, List<ChangedPath> paths) {
        return source.changedOnTarget(revisions, change, paths);
    }

    @Override
    public Snapshot snapshot(String commit) {
        return source.snapshot(commit);
    }

    /** Head's files, and what is assumed. */
    @Override
    public Snapshot headSnapshot(Revisions revisions) {
        Snapshot committed = source.headSnapshot(revisions);
        return revisions.head().equals(head) ? overlay.over(committed) : committed;
    }

    @Override
    public DiffStat stat(ChangedPath changed) {
        return source.stat(changed);
    }
}
