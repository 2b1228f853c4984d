package dev.gatekeeper.metrics;

import java.util.Comparator;

/**
 * What can't be read as a verdict record.
 *
 * @param file its path below the folder of records, with {@code /} between its parts
 * @param line the line in it, where that is a record of its own; else 0
 * @param reason what is the matter
 */
public record Damage(String file, long line, String reason) implements Comparable<Damage> {

    private static final Comparator<Damage> ORDER =
            Comparator.comparing(Damage::file).thenComparing(Damage::line).thenComparing(Damage::reason);

    @Override
    public int compareTo(Damage other) {
        return ORDER.compare(this, other);
    }

    /** Where it lies, such as {@code 2026/records.ndjson:12}. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }
}
