package dev.gatekeeper.text;

/**
 * What of a text a reader can see: one answer for the judge, the log, the page and the statement.
 *
 * <p>The answers are those of one version of Unicode on every JDK, see {@link Unicode}. Of the characters that show nothing, white space
 * is the only one that people write on purpose; it is neither invisible nor taken out.
 */
public final class Characters {

    /** The members of {@link #isWhiteSpace}, for a class of a regular expression. */
    public static final String WHITE_SPACE = "\\t-\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

    private Characters() {}

    /**
     * Whether {@code codePoint} shows nothing wherever it stands: a control or format character other than white space, a variation
     * selector, a filler, whatever Unicode lets a font ignore, and what is no character at all. Of symbols and marks these are Braille
     * without dots, the place of an object, a note without head, and the Khitan filler.
     */
    public static boolean isInvisible(int codePoint) {
        return isAscii(codePoint)
                ? isControl(codePoint) && !isWhiteSpace(codePoint)
                : Unicode.kind(codePoint) == Unicode.INVISIBLE;
    }

    /**
     * Whether a reader could take {@code codePoint} for something else, or for nothing: what is invisible, what has no meaning by itself
     * (private or unassigned), and every white space but U+0020.
     */
    public static boolean isUnclear(int codePoint) {
        if (isAscii(codePoint)) {
            return isControl(codePoint);
        }
        char kind = Unicode.kind(codePoint);
        return kind == Unicode.INVISIBLE
                || kind == Unicode.PRIVATE
                || kind == Unicode.UNASSIGNED
                || isWhiteSpace(codePoint);
    }

    /** Whether {@code codePoint} ends a line or steers a terminal. */
    public static boolean isControl(int codePoint) {
        return codePoint < ' '
                || (codePoint >= 0x7F && codePoint <= 0x9F)
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    /** Whether {@code codePoint} is a space of any width, or breaks a line. */
    public static boolean isWhiteSpace(int codePoint) {
        return switch (codePoint) {
            case ' ', 0x00A0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> (codePoint >= '\t' && codePoint <= '\r') || (codePoint >= 0x2000 && codePoint <= 0x200A);
        };
    }

    /** Whether {@code codePoint} is a letter of any script, or a decimal digit. */
    public static boolean isLetterOrDigit(int codePoint) {
        if (isAscii(codePoint)) {
            return isAsciiLetterOrDigit(codePoint);
        }
        char kind = Unicode.kind(codePoint);
        return kind == Unicode.LETTER || kind == Unicode.DIGIT;
    }

    /** Whether {@code codePoint} is a letter or a number of any kind, such as Roman ones and fractions. */
    public static boolean isLetterOrNumber(int codePoint) {
        return isLetterOrDigit(codePoint) || (!isAscii(codePoint) && Unicode.kind(codePoint) == Unicode.OTHER_NUMBER);
    }

    /** Whether {@code codePoint} only adds to the character before it. */
    public static boolean isMark(int codePoint) {
        if (isAscii(codePoint)) {
            return false;
        }
        char kind = Unicode.kind(codePoint);
        return kind == Unicode.MARK || kind == Unicode.SPACING_MARK;
    }

    /** Whether {@code codePoint} is half of a character beyond U+FFFF, without the other half. */
    public static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Whether strict YAML may not hold it: code points that no character will ever have. */
    public static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    /** Takes out every invisible character, and every combining mark that has no character to combine with. */
    public static String strip(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        boolean hasBase = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (isInvisible(codePoint) || (isDrawnOverBase(codePoint) && !hasBase)) {
                continue;
            }
            hasBase = !isWhiteSpace(codePoint);
            visible.appendCodePoint(codePoint);
        }
        return visible.toString();
    }

    /** {@code text} without the white space at its ends, of which Java's own {@code strip} leaves the kinds that don't break. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && isWhiteSpace(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** {@code text} with one space for each run of white space. */
    public static String withSingleSpaces(String text) {
        StringBuilder single = new StringBuilder(text.length());
        boolean afterSpace = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean space = isWhiteSpace(unit);
            if (!space || !afterSpace) {
                single.append(space ? ' ' : unit);
            }
            afterSpace = space;
        }
        return single.toString();
    }

    /** Whether a reader sees nothing of {@code text}. */
    public static boolean isBlank(String text) {
        return trim(strip(text)).isEmpty();
    }

    /** Whether {@code text} has white space anywhere, see {@link #isWhiteSpace}. */
    public static boolean holdsWhiteSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isWhiteSpace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing in {@code text} ends a line or steers a terminal. */
    public static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code text} says something, in one line, all of it visible, and the same once it is UTF-8. */
    public static boolean isVisibleLine(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isInvisible(text.codePointAt(i))) {
                return false;
            }
        }
        return isOneLine(text) && !isBlank(text);
    }

    private static boolean isDrawnOverBase(int codePoint) {
        return !isAscii(codePoint) && Unicode.kind(codePoint) == Unicode.MARK;
    }

    private static boolean isAscii(int codePoint) {
        return codePoint < 0x80;
    }

    private static boolean isAsciiLetterOrDigit(int codePoint) {
        return (codePoint >= 'a' && codePoint <= 'z')
                || (codePoint >= 'A' && codePoint <= 'Z')
                || (codePoint >= '0' && codePoint <= '9');
    }
}
