package dev.gatekeeper.git;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * When what the target holds has landed there: on the day (UTC) of the committer date of its first-parent commit that brought it.
 *
 * <p>A folder of contracts is large, and one list of it for each commit would be read for hours. Commits in a row that are all older than
 * a day, or all not, need one together: what they brought is what its last one holds and the commit before its first one doesn't. Mostly
 * there are two such rows, and more of them where clocks went wrong.
 */
final class Landings {

    private final Path gitFolder;
    private final ObjectReader reader;
    private final CheckedTrees checked;
    private final Revisions revisions;

    Landings(Path gitFolder, ObjectReader reader, CheckedTrees checked, Revisions revisions) {
        this.gitFolder = gitFolder;
        this.reader = reader;
        this.checked = checked;
        this.revisions = revisions;
    }

    /**
     * Commits in a row.
     *
     * @param before whether they are older than the day
     * @param last the root folder of the newest of them
     */
    private record Row(boolean before, ObjectId last) {}

    /** The paths of what {@code folder} holds at the target's tip that landed before {@code day}. */
    Set<RawPath> before(RawPath folder, LocalDate day) throws IOException {
        List<Row> rows = rows(day);
        Set<RawPath> landed = new HashSet<>();
        Set<RawPath> open = files(rows.get(0).last(), folder);
        for (int i = 0; i < rows.size() && !open.isEmpty(); i++) {
            Set<RawPath> brought = new HashSet<>(open);
            if (i + 1 < rows.size()) {
                brought.removeAll(files(rows.get(i + 1).last(), folder));
            }
            open.removeAll(brought);
            if (rows.get(i).before()) {
                landed.addAll(brought);
            }
        }
        return landed;
    }

    /** The target's first parents, the newest row first. */
    private List<Row> rows(LocalDate day) throws IOException {
        List<Row> rows = new ArrayList<>();
        Set<ObjectId> shallow = reader.getShallowCommits();
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            RevCommit commit = walk.parseCommit(ObjectId.fromString(revisions.target()));
            for (boolean more = true; more; ) {
                boolean before = LocalDate.ofInstant(Instant.ofEpochSecond(commit.getCommitTime()), ZoneOffset.UTC)
                        .isBefore(day);
                if (rows.isEmpty() || rows.get(rows.size() - 1).before() != before) {
                    rows.add(new Row(before, commit.getTree().getId()));
                }
                if (shallow.contains(commit)) {
                    throw new CannotDecideException(
                            UndecidedCode.HISTORY_SHALLOW,
                            "'" + gitFolder + "' is a shallow clone: history ends at " + commit.name()
                                    + ", so nothing tells when older contracts landed",
                            "Fetch the whole history from a repository that has it: git fetch --unshallow");
                }
                more = commit.getParentCount() > 0;
                if (more) {
                    commit = walk.parseCommit(commit.getParent(0));
                }
            }
        }
        return rows;
    }

    private Set<RawPath> files(ObjectId root, RawPath folder) {
        TreeSnapshot snapshot = new TreeSnapshot(gitFolder, reader, checked, root);
        return new HashSet<>(snapshot.entries(Optional.of(folder)));
    }
}
