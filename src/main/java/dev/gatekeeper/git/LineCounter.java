package dev.gatekeeper.git;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.Entry;
import java.io.IOException;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** The comparison of two states of an entry, line by line. */
final class LineCounter {

    private static final long MOST_BYTES = 1024L * 1024;

    private final ObjectReader reader;

    LineCounter(ObjectReader reader) {
        this.reader = reader;
    }

    DiffStat count(ChangedPath changed) throws IOException {
        long before = size(changed.before());
        long after = size(changed.after());
        if (Math.max(before, after) > MOST_BYTES) {
            return new DiffStat.Bytes(before, after);
        }
        byte[] old = bytes(changed.before());
        byte[] now = bytes(changed.after());
        return RawText.isBinary(old, old.length) || RawText.isBinary(now, now.length)
                ? new DiffStat.Bytes(before, after)
                : lines(new RawText(old), new RawText(now));
    }

    private static DiffStat lines(RawText old, RawText now) {
        HistogramDiff diff = new HistogramDiff();
        // The fallback takes time without bound on a text made for it; without one, such a stretch counts as replaced.
        diff.setFallbackAlgorithm(null);
        int added = 0;
        int removed = 0;
        for (Edit edit : diff.diff(RawTextComparator.DEFAULT, old, now)) {
            added += edit.getLengthB();
            removed += edit.getLengthA();
        }
        return new DiffStat.Lines(added, removed);
    }

    private long size(Entry entry) throws IOException {
        return isBlob(entry) ? blob(entry).getSize() : bytes(entry).length;
    }

    /** The content; of a submodule, whose commit lies in another repository, the line that git shows for it. */
    private byte[] bytes(Entry entry) throws IOException {
        if (isBlob(entry)) {
            return blob(entry).getBytes();
        }
        return Constants.encode(entry.isAbsent() ? "" : "Subproject commit " + entry.id() + "\n");
    }

    private static boolean isBlob(Entry entry) {
        return entry.isFile() || entry.isSymbolicLink();
    }

    private ObjectLoader blob(Entry entry) throws IOException {
        return reader.open(ObjectId.fromString(entry.id()), Constants.OBJ_BLOB);
    }
}
