package dev.gatekeeper.text;

/**
 * What of a text a reader can see: one answer for the judge, the log, the page and the statement.
 *
 * <p>Of the characters that show nothing, white space is the only one that people write on purpose; it is neither invisible nor taken
 * out.
 */
public final class Characters {

    private Characters() {}

    /**
     * Whether {@code codePoint} shows nothing wherever it stands: a control or format character other than white space, a variation
     * selector, a filler, whatever Unicode lets a font ignore, and what is no character at all.
     */
    public static boolean isInvisible(int codePoint) {
        if (isWhiteSpace(codePoint)) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || isNoncharacter(codePoint)
                || isIgnorable(codePoint)
                || isBlankSymbol(codePoint);
    }

    /**
     * Whether a reader could take {@code codePoint} for something else, or for nothing: what is invisible, what has no meaning by itself
     * (private or unassigned), and every white space but U+0020.
     */
    public static boolean isUnclear(int codePoint) {
        int type = Character.getType(codePoint);
        return isInvisible(codePoint)
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || (codePoint != ' ' && isWhiteSpace(codePoint));
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
        return Character.isSpaceChar(codePoint) || (codePoint >= '\t' && codePoint <= '\r');
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
            if (isInvisible(codePoint) || (isMark(codePoint) && !hasBase)) {
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

    /** Whether a reader sees nothing of {@code text}. */
    public static boolean isBlank(String text) {
        return trim(strip(text)).isEmpty();
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

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Unicode's Default_Ignorable_Code_Point beyond the format characters; Java has no property for it, and calls some letters. */
    private static boolean isIgnorable(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0 -> true;
            default ->
                (codePoint >= 0x180B && codePoint <= 0x180F)
                        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                        || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
                        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
        };
    }

    /** What Unicode counts as symbols or marks though it is blank: Braille without dots, an object's place, a null note head, the Khitan filler. */
    private static boolean isBlankSymbol(int codePoint) {
        return codePoint == 0x2800 || codePoint == 0xFFFC || codePoint == 0x1D159 || codePoint == 0x16FE4;
    }
}
