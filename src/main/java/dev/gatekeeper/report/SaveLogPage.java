package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.disk.AtomicFile;
import dev.gatekeeper.metrics.RecordSummary;
import dev.gatekeeper.metrics.SavedChange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The save log: a row for each change that was blocked. It is written as it is made, since there may be many rows, and keeps what people
 * have written into the former one.
 */
final class SaveLogPage implements AtomicFile.Content {

    static final String REHEARSALS = "## Rehearsals";
    static final String NOTES = "## Notes";

    private static final String TITLE = "# Save log";
    private static final String INTRODUCTION =
            "Each row is a change that the gate stopped. What no record knows is left empty, for a person to fill in: the last"
                    + " two columns, and the reviewer where nobody has answered. A row is written anew from records until somebody"
                    + " has written into it, and is left alone from then on.";
    private static final String REHEARSED = "Pre-production validation, not a production save. No metric counts these.";
    static final String OURS = "What stands below is kept as it is.";

    /** What FormerSaveLog must not take for somebody's words. */
    static final Set<String> OWN_LINES =
            Set.of(TITLE, INTRODUCTION, REHEARSALS, REHEARSED, NOTES, OURS, SaveLogRow.HEAD, SaveLogRow.RULE);

    private final RecordSummary summary;
    private final FormerSaveLog former;

    SaveLogPage(RecordSummary summary, FormerSaveLog former) {
        this.summary = summary;
        this.former = former;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Sheet page = new Sheet(out);
        page.line(TITLE);
        page.line("");
        page.line(INTRODUCTION);
        page.line("");
        page.table(summary.saved(), former.saved());
        page.line("");
        page.line(REHEARSALS);
        page.line("");
        page.line(REHEARSED);
        page.line("");
        page.table(summary.rehearsed(), former.rehearsed());
        page.line("");
        page.line(NOTES);
        page.line("");
        page.line(OURS);
        if (!former.notes().isEmpty()) {
            page.line("");
        }
        for (String note : former.notes()) {
            page.bytes(note);
        }
    }

    /** What is written to. */
    private record Sheet(OutputStream out) {

        /** Rows of records by day, each replaced by what a person has made of it; and among them those whose records are gone. */
        void table(List<SavedChange> saved, Map<String, List<SaveLogRow>> kept) throws IOException {
            line(SaveLogRow.HEAD);
            line(SaveLogRow.RULE);
            Iterator<SaveLogRow> gone = withoutRecord(saved, kept).iterator();
            SaveLogRow next = gone.hasNext() ? gone.next() : null;
            for (SavedChange change : saved) {
                SaveLogRow row = SaveLogRow.of(change);
                while (next != null && next.day().compareTo(row.day()) < 0) {
                    bytes(next.line());
                    next = gone.hasNext() ? gone.next() : null;
                }
                List<SaveLogRow> completed = kept.isEmpty() ? null : kept.get(FormerSaveLog.bytes(row.key()));
                if (completed == null) {
                    line(row.line());
                } else {
                    for (SaveLogRow one : completed) {
                        bytes(one.line());
                    }
                }
            }
            for (; next != null; next = gone.hasNext() ? gone.next() : null) {
                bytes(next.line());
            }
        }

        void line(String line) throws IOException {
            out.write((line + "\n").getBytes(UTF_8));
        }

        void bytes(String line) throws IOException {
            out.write((line + "\n").getBytes(ISO_8859_1));
        }
    }

    private static List<SaveLogRow> withoutRecord(List<SavedChange> saved, Map<String, List<SaveLogRow>> kept) {
        Map<String, List<SaveLogRow>> left = new TreeMap<>(kept);
        if (!left.isEmpty()) {
            for (SavedChange change : saved) {
                left.remove(FormerSaveLog.bytes(SaveLogRow.of(change).key()));
            }
        }
        List<SaveLogRow> rows = new ArrayList<>();
        left.values().forEach(rows::addAll);
        rows.sort(Comparator.comparing(SaveLogRow::day));
        return rows;
    }
}
