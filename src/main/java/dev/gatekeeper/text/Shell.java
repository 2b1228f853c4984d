package dev.gatekeeper.text;

import java.util.regex.Pattern;

/** Words of a command that a message offers to be pasted into a shell. */
public final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/.][A-Za-z0-9_./@:+-]*");

    private Shell() {}

    /** Quotes {@code word}, which may come from the change, so that a shell takes it for one word and nothing else. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
