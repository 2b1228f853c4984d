package dev.gatekeeper.change;

import java.util.Optional;

/**
 * A contract that was archived, as the ledger remembers it.
 *
 * @param id the contract's id
 * @param sha256 of the file's bytes, 64 lower-case hex digits
 */
public record LedgerLine(String id, String sha256) implements Comparable<LedgerLine> {

    private static final String BETWEEN = " sha256:";
    private static final int DIGITS = 64;
    private static final int LONGEST_ID = 100;
    private static final String HEX = "0123456789abcdef";
    private static final String STARTS_ID = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String IN_ID = STARTS_ID + "._-";

    /** What {@code text} stands for; empty where it is no line of a ledger. By hand: a ledger may have a hundred thousand. */
    static Optional<LedgerLine> read(String text) {
        int between = text.length() - DIGITS - BETWEEN.length();
        boolean isLine = between > 0
                && between <= LONGEST_ID
                && text.startsWith(BETWEEN, between)
                && isOf(STARTS_ID, text, 0, 1)
                && isOf(IN_ID, text, 1, between)
                && isOf(HEX, text, text.length() - DIGITS, text.length());
        return isLine
                ? Optional.of(new LedgerLine(text.substring(0, between), text.substring(text.length() - DIGITS)))
                : Optional.empty();
    }

    private static boolean isOf(String allowed, String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (allowed.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Orders as the bytes of the lines do: what stands behind an id comes before whatever an id may have. */
    @Override
    public int compareTo(LedgerLine other) {
        int byId = id.compareTo(other.id);
        return byId == 0 ? sha256.compareTo(other.sha256) : byId;
    }

    /** Written out for speed, see {@link Entry#equals}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerLine line && id.equals(line.id) && sha256.equals(line.sha256);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + sha256.hashCode();
    }

    /** The line, without its end. */
    @Override
    public String toString() {
        return id + BETWEEN + sha256;
    }

    /** What the line of a contract of the digest {@code sha256} ends in. */
    static String end(String sha256) {
        return BETWEEN + sha256 + "\n";
    }

    /** Whether {@code text} is of nothing but lines of the length that theirs have at least, each with what stands between at its place. */
    static boolean areLines(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            int between = end - DIGITS - BETWEEN.length();
            if (between <= start || !text.startsWith(BETWEEN, between)) {
                return false;
            }
            start = end + 1;
        }
        return start == text.length();
    }
}
