package dev.gatekeeper.text;

/** Turns of phrase that messages share. */
public final class Words {

    private static final int MOST_QUOTED = 80;

    private Words() {}

    /** The start of {@code text} in single quotes. */
    public static String quote(String text) {
        return text.length() <= MOST_QUOTED ? "'" + text + "'" : "'" + text.substring(0, MOST_QUOTED) + "…'";
    }
}
