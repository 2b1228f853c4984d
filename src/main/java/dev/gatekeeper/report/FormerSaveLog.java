package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people have written into a save log, which is kept when it is written again. Bytes stay as they are, whatever their encoding: here
 * each is a character of its own.
 *
 * @param saved the rows of changes that somebody has completed, by {@link SaveLogRow#key}
 * @param rehearsed those of rehearsals
 * @param notes all other lines that aren't the log's own
 */
record FormerSaveLog(Map<String, List<SaveLogRow>> saved, Map<String, List<SaveLogRow>> rehearsed, List<String> notes) {

    /** What the log at {@code file} holds; nothing where there is none. */
    static FormerSaveLog read(Path file) throws IOException {
        FormerSaveLog former = new FormerSaveLog(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            return former;
        }
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    file.toString(), null, "it is no regular file, and what people have written there would be lost");
        }
        Map<String, List<SaveLogRow>> rows = former.saved;
        List<String> below = new ArrayList<>();
        boolean notes = false;
        try (BufferedReader lines = Files.newBufferedReader(file, ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String known = text(line).strip();
                Optional<SaveLogRow> row = SaveLogRow.read(line);
                if (notes) {
                    below.add(line);
                } else if (known.equals(SaveLogPage.NOTES)) {
                    notes = true;
                } else if (known.equals(SaveLogPage.REHEARSALS)) {
                    rows = former.rehearsed;
                } else if (row.isEmpty() && !known.isEmpty() && !SaveLogPage.OWN_LINES.contains(known)) {
                    former.notes.add(line);
                } else if (row.isPresent() && row.get().isCompleted()) {
                    rows.computeIfAbsent(row.get().key(), key -> new ArrayList<>())
                            .add(row.get());
                }
            }
        }
        if (!former.notes.isEmpty()) {
            former.notes.add("");
        }
        below.stream()
                .dropWhile(line -> line.isBlank() || line.strip().equals(SaveLogPage.OURS))
                .forEach(former.notes::add);
        return former;
    }

    /** {@code text} with each of its bytes as a character. */
    static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
}
