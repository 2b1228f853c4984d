package dev.gatekeeper.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of a log under one another, each column as wide as its widest cell; a very wide one pushes its row alone aside. */
final class Table {

    private static final int WIDEST = 60;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        row(heads);
    }

    /** @param cells escaped */
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size() - 1; column++) {
                String cell = row.get(column);
                line.append(cell)
                        .append(" ".repeat(Math.max(0, width(column) - cell.length())))
                        .append(GAP);
            }
            lines.add(line.append(row.get(row.size() - 1)).toString());
        }
        return lines;
    }

    private int width(int column) {
        int width = 0;
        for (List<String> row : rows) {
            int length = row.get(column).length();
            width = length <= WIDEST ? Math.max(width, length) : width;
        }
        return width;
    }
}
