package dev.gatekeeper.change;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract that was archived, as the ledger remembers it.
 *
 * @param id the contract's id
 * @param sha256 of the file's bytes, 64 lower-case hex digits
 */
public record LedgerLine(String id, String sha256) implements Comparable<LedgerLine> {

    /** What stands between the two. */
    static final String BETWEEN = " sha256:";

    /** How long a line is from there on. */
    static final int LENGTH_OF_END = BETWEEN.length() + 64;

    private static final Pattern FORM =
            Pattern.compile("(?<id>" + Layout.ID + ")" + BETWEEN + "(?<sha256>[0-9a-f]{64})");

    /** What {@code text} stands for; empty where it is no line of a ledger. */
    static Optional<LedgerLine> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new LedgerLine(form.group("id"), form.group("sha256"))) : Optional.empty();
    }

    /** Orders as the bytes of the lines do. */
    @Override
    public int compareTo(LedgerLine other) {
        return toString().compareTo(other.toString());
    }

    /** The line, without its end. */
    @Override
    public String toString() {
        return id + BETWEEN + sha256;
    }
}
