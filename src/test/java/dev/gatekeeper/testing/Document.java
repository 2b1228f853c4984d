package dev.gatekeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A document of this repository, written in Markdown.
 *
 * @param file where it lies, below the root of the repository
 * @param text its text
 */
public record Document(Path file, String text) {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    public static Document of(String file) {
        return of(Path.of(file));
    }

    public static Document of(Path file) {
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of code in {@code language}, in their order, each with a line break at its end. */
    public List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The only block in {@code language} that starts with {@code start}. */
    public String block(String language, String start) {
        List<String> found = blocks(language).stream()
                .filter(block -> block.startsWith(start))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    file + " has " + found.size() + " blocks in " + language + " that start with " + start);
        }
        return found.get(0);
    }

    /** The cells of each row of each table that has {@code columns}, in the order of the tables. */
    public List<List<List<String>>> tables(String... columns) {
        List<List<List<String>>> tables = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int start = 0; start < lines.size(); start++) {
            if (cells(lines.get(start)).equals(List.of(columns))) {
                List<List<String>> rows = new ArrayList<>();
                for (int row = start + 2; row < lines.size() && lines.get(row).startsWith("|"); row++) {
                    rows.add(cells(lines.get(row)));
                }
                tables.add(rows);
            }
        }
        return tables;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        if (line.startsWith("| ") && line.endsWith(" |")) {
            for (String cell : line.substring(2, line.length() - 2).split(" \\| ", -1)) {
                cells.add(cell.strip());
            }
        }
        return cells;
    }

    /** What {@code pattern} finds in the text: its first group where it has one. */
    public List<String> find(Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.groupCount() > 0 ? found.group(1) : found.group())
                .toList();
    }

    /** What stands in code spans, outside of blocks. */
    public List<String> codeSpans() {
        return Pattern.compile("`([^`\n]+)`")
                .matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map((MatchResult span) -> span.group(1))
                .toList();
    }
}
