package dev.gatekeeper.report;

import dev.gatekeeper.metrics.SavedChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A row of the save log, as it stands on the page.
 *
 * @param cells one for each of {@link #COLUMNS}; of a row that somebody has put out of shape more or fewer
 * @param line the whole of it
 */
record SaveLogRow(List<String> cells, String line) {

    static final List<String> COLUMNS = List.of(
            "Date",
            "Repo",
            "PR",
            "Trigger",
            "Block reason",
            "Human escalation reviewer",
            "Outcome (fixed / prevented)",
            "Estimated risk exposure avoided",
            "Evidence links");

    static final String HEAD = "| " + String.join(" | ", COLUMNS) + " |";
    static final String RULE = "|" + " --- |".repeat(COLUMNS.size());

    private static final int REPO = 1;
    private static final int PR = 2;
    private static final int OUTCOME = 6;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern OUR_CELL = Pattern.compile("(`[^`]*`)?");
    private static final Set<String> OUR_OUTCOMES = Set.of("fixed", "still blocked");

    SaveLogRow {
        cells = List.copyOf(cells);
    }

    /** What records know of a change; the last two columns are for a person. */
    static SaveLogRow of(SavedChange saved) {
        List<String> cells = List.of(
                saved.day().toString(),
                saved.repository().map(Escape::code).orElse(""),
                named(saved.change()),
                Escape.code(saved.trigger()),
                Escape.code(saved.reason()),
                saved.reviewers().isEmpty() ? "" : Escape.code(saved.reviewers()),
                saved.fixed() ? "fixed" : "still blocked",
                "",
                "");
        return new SaveLogRow(cells, "| " + String.join(" | ", cells) + " |");
    }

    private static String named(String change) {
        return change.isEmpty() ? "" : Escape.code(change);
    }

    /** The row of a line of a former log; none where the line is no row. */
    static Optional<SaveLogRow> read(String line) {
        String row = line.strip();
        if (!row.startsWith("|") || row.equals(HEAD) || row.chars().allMatch(c -> "|-: ".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int at = 1; at < row.length(); at++) {
            boolean escaped = row.charAt(at - 1) == '\\';
            if (row.charAt(at) == '|' && !escaped) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(row.charAt(at));
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString().strip());
        }
        return Optional.of(new SaveLogRow(cells, row));
    }

    /** The change that it is about, whether its cells are code, links or plain. */
    String key() {
        List<String> padded = new ArrayList<>(cells);
        padded.addAll(Collections.nCopies(COLUMNS.size(), ""));
        return plain(padded.get(REPO)) + "\n" + plain(padded.get(PR));
    }

    private static String plain(String cell) {
        String text = cell;
        int end = text.indexOf("](");
        if (text.startsWith("[") && end > 0) {
            text = text.substring(1, end);
        }
        return text.replace("`", "").strip();
    }

    /** Whether somebody has written into it: into a column that no record fills, or other words in place of ours. */
    boolean isCompleted() {
        return cells.size() != COLUMNS.size()
                || !DAY.matcher(cells.get(0)).matches()
                || cells.subList(REPO, OUTCOME).stream()
                        .anyMatch(cell -> !OUR_CELL.matcher(cell).matches())
                || !OUR_OUTCOMES.contains(cells.get(OUTCOME))
                || cells.subList(OUTCOME + 1, cells.size()).stream().anyMatch(cell -> !cell.isEmpty());
    }

    /** The first cell, a day where nobody has written anything else there. */
    String day() {
        return cells.isEmpty() ? "" : cells.get(0);
    }
}
