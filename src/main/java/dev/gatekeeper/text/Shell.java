package dev.gatekeeper.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words of a command that a message offers to be pasted into a shell. */
public final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/.][A-Za-z0-9_./@:+-]*");

    private Shell() {}

    /** Quotes {@code word}, which may come from the change, so that a shell takes it for one word and nothing else. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * As {@link #quote}, a word of any bytes, so that it is still the same word for any POSIX shell when it is copied from a log or a
     * page. What can't be seen there, what they escape, what a paste may compose, and a colon before a space, behind which a reader
     * looks for a command, is written in octal for {@code printf}.
     *
     * @param bytes one char (0 to 255) a byte; the last one is no line break, which a shell would take off
     */
    public static String quoteBytes(String bytes) {
        String text = new String(bytes.getBytes(ISO_8859_1), UTF_8);
        boolean utf8 = new String(text.getBytes(UTF_8), ISO_8859_1).equals(bytes);
        return utf8 && survivesCopying(text) ? quote(text) : "\"$(printf '" + octal(bytes) + "')\"";
    }

    /** {@code bytes}, each a char, as a format of {@code printf} within single quotes that gives them back. */
    public static String octal(String bytes) {
        StringBuilder format = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char unit = bytes.charAt(i);
            boolean plain = unit < 0x80
                    && (Characters.isLetterOrDigit(unit) || "/._+,=".indexOf(unit) >= 0 || (unit == '-' && i > 0));
            format.append(plain ? String.valueOf(unit) : String.format(Locale.ROOT, "\\%03o", (int) unit));
        }
        return format.toString();
    }

    /** Whether logs and pages show {@code text} without escapes, and no paste changes it. */
    private static boolean survivesCopying(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Characters.isUnclear(c)
                    || "\\`|<@#".indexOf(c) >= 0
                    || text.startsWith("  ", i)
                    || text.startsWith("~~~", i)
                    || (text + " ").startsWith(": ", i)) {
                return false;
            }
        }
        return NormalForm.isComposed(text);
    }
}
