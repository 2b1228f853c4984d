package dev.gatekeeper.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.text.FilteredFile;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One file of the ledger, as far as it can be read.
 *
 * @param lines those that have the form of one, in their order
 * @param problem the first thing that keeps it from being a file of the ledger, in words that follow its name
 */
public record LedgerFile(SortedSet<LedgerLine> lines, Optional<String> problem) {

    static final LedgerFile NONE = new LedgerFile(new TreeSet<>(), Optional.empty());

    /** The file that {@code snapshot} has at {@code path}; one that isn't there holds no line. */
    public static LedgerFile of(Snapshot snapshot, RawPath path) {
        Entry entry = snapshot.entry(path);
        return entry.isAbsent() ? NONE : read(path, snapshot.content(entry, Ledger.MAX_BYTES));
    }

    /** Reads {@code content}, which lies at {@code path}. */
    static LedgerFile read(RawPath path, FileContent content) {
        if (content.bytes().isEmpty()) {
            return new LedgerFile(new TreeSet<>(), Optional.of(content.problem()));
        }
        return new Reading(path).read(content.bytes().get());
    }

    /** Whether it holds a contract of {@code id}. */
    boolean holds(String id) {
        SortedSet<LedgerLine> from = lines.tailSet(new LedgerLine(id, ""));
        return !from.isEmpty() && from.first().id().equals(id);
    }

    /** Line by line; a line with anything wrong is not lost for what can be read of the others. */
    private static final class Reading {

        private final RawPath path;
        private final SortedSet<LedgerLine> lines = new TreeSet<>();
        private Optional<String> problem = Optional.empty();

        Reading(RawPath path) {
            this.path = path;
        }

        LedgerFile read(byte[] bytes) {
            Optional<String> kind = FilteredFile.kind(bytes);
            if (kind.isPresent()) {
                wrong("is " + kind.get() + " in git; take .gatekeeper/ out of the filter in .gitattributes");
            }
            String text = new String(bytes, ISO_8859_1);
            int number = 0;
            for (int start = 0; start < text.length(); ) {
                int end = text.indexOf('\n', start);
                number++;
                if (end < 0) {
                    wrong("has no end behind line " + number);
                    end = text.length();
                }
                line(number, text.substring(start, end));
                start = end + 1;
            }
            return new LedgerFile(lines, problem);
        }

        private void line(int number, String text) {
            Optional<LedgerLine> line = LedgerLine.read(text);
            if (line.isEmpty()) {
                wrong("has a line " + number + " that is " + what(text));
                return;
            }
            RawPath place = Layout.ledgerFile(line.get().id());
            if (!place.equals(path)) {
                wrong("has in line " + number + " an id that belongs into " + place);
                return;
            }
            if (!lines.isEmpty() && lines.last().compareTo(line.get()) >= 0) {
                wrong("has a line " + number + " that is out of order, or there twice");
            }
            lines.add(line.get());
        }

        private static String what(String text) {
            if (text.startsWith("<<<<<<<") || text.startsWith(">>>>>>>") || text.startsWith("=======")) {
                return "the mark of a merge conflict";
            }
            return text.endsWith("\r") ? "ended by CR LF, not LF" : "not '<id> sha256:<64 lower-case hex digits>'";
        }

        private void wrong(String what) {
            problem = problem.or(() -> Optional.of(what));
        }
    }
}
