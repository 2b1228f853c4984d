package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/**
 * What a three-way merge makes of one file that both sides have changed, as git does it by itself.
 *
 * <p>The work for two texts can grow with the product of their lines, so it is bounded, for one file and for all of a change, see {@link
 * BoundedDiff}. What is beyond has not come out by itself, as far as anybody knows.
 */
final class TextMerge {

    private static final int MAX_BYTES = 1024 * 1024;

    /**
     * From the first line of one text that differs from the base to the last, for git's usual way of comparing (histogram) and for its older
     * one (Myers), which is slower.
     */
    private static final int MAX_LINES = 40_000;

    private static final int MAX_LINES_OF_MYERS = 3_000;

    /** In pairs of such lines, for all files together: some seconds, if few of them have to be compared. */
    private static final long MAX_WORK = 4_000_000_000L;

    /** In bytes, for all files together: some seconds. A text of one long line is no work but to read it. */
    private static final long MAX_READ = 1L << 31;

    /** In pairs of lines that are compared: two texts that differ in some thousand lines, and some seconds for all files together. */
    private static final long MAX_PAIRS_OF_ONE = 4_000_000;

    private static final long MAX_PAIRS = 400_000_000;

    private final ObjectReader reader;
    private final long maxRead;
    private final BoundedDiff.Budget budget = new BoundedDiff.Budget(MAX_PAIRS_OF_ONE, MAX_PAIRS);
    private long work;
    private long read;

    TextMerge(ObjectReader reader) {
        this(reader, MAX_READ);
    }

    TextMerge(ObjectReader reader, long maxRead) {
        this.reader = reader;
        this.maxRead = maxRead;
    }

    /** Whether {@code merged} comes out by itself where both {@code one} and {@code other} have changed {@code base}. */
    boolean gives(Entry base, Entry one, Entry other, Entry merged) throws IOException {
        for (Entry entry : List.of(base, one, other, merged)) {
            if ((entry.mode() & 0170000) != 0100000) {
                return false;
            }
        }
        return TreeDiff.canonical(merged.mode()) == mode(base, one, other)
                && (merged.id().equals(unlessBothDiffer(base.id(), one.id(), other.id(), ""))
                        || givesText(base, one, other, merged));
    }

    /** Of three modes of files there are two, so one is the base's or both are the same. */
    private static int mode(Entry base, Entry one, Entry other) {
        return unlessBothDiffer(
                TreeDiff.canonical(base.mode()),
                TreeDiff.canonical(one.mode()),
                TreeDiff.canonical(other.mode()),
                TreeDiff.canonical(one.mode()));
    }

    /** The state of the one that differs from the base, or of both where they are the same; else {@code otherwise}. */
    private static <T> T unlessBothDiffer(T base, T one, T other, T otherwise) {
        if (one.equals(base)) {
            return other;
        }
        return other.equals(base) || one.equals(other) ? one : otherwise;
    }

    private boolean givesText(Entry base, Entry one, Entry other, Entry merged) throws IOException {
        List<RawText> texts = new ArrayList<>();
        int lines = 0;
        if (work > MAX_WORK || read > maxRead || !budget.next()) {
            return false;
        }
        for (Entry entry : List.of(base, one, other)) {
            Optional<byte[]> bytes = bytes(entry);
            if (bytes.isEmpty() || RawText.isBinary(bytes.get())) {
                return false;
            }
            texts.add(new RawText(bytes.get()));
            lines = Math.max(lines, differing(texts.get(0), texts.get(texts.size() - 1)));
        }
        Optional<byte[]> expected = bytes(merged);
        work += 2L * lines * lines;
        if (expected.isEmpty() || lines > MAX_LINES || work > MAX_WORK) {
            return false;
        }
        try {
            return gives(BoundedDiff.histogram(budget), texts, expected.get())
                    || (lines <= MAX_LINES_OF_MYERS && gives(BoundedDiff.myers(budget), texts, expected.get()));
        } catch (BoundedDiff.SpentException e) {
            return false;
        }
    }

    /** How many lines it is from the first that differs to the last, in the longer one of the two. */
    private static int differing(RawText base, RawText side) {
        Edit all = new Edit(0, base.size(), 0, side.size());
        Edit differing = RawTextComparator.DEFAULT.reduceCommonStartEnd(base, side, all);
        return Math.max(differing.getLengthA(), differing.getLengthB());
    }

    private boolean gives(DiffAlgorithm algorithm, List<RawText> texts, byte[] expected) throws IOException {
        MergeResult<RawText> result = new MergeAlgorithm(new JoinedEdits(algorithm))
                .merge(BoundedDiff.lines(budget), texts.get(0), texts.get(1), texts.get(2));
        if (result.containsConflicts()) {
            return false;
        }
        ByteArrayOutputStream merged = new ByteArrayOutputStream(expected.length);
        new MergeFormatter().formatMerge(merged, result, List.of("base", "one", "other"), UTF_8);
        return Arrays.equals(merged.toByteArray(), expected);
    }

    /** The content; empty where it is too large. */
    private Optional<byte[]> bytes(Entry entry) throws IOException {
        ObjectLoader loader = reader.open(ObjectId.fromString(entry.id()), Constants.OBJ_BLOB);
        if (loader.getSize() > MAX_BYTES) {
            return Optional.empty();
        }
        read += loader.getSize();
        return Optional.of(loader.getCachedBytes());
    }
}
