package dev.gatekeeper.text;

/** Text that can be told apart, as a reader sees it, within one line. */
public final class LineText {

    private LineText() {}

    /** Whether nothing in {@code text} ends a line or steers a terminal. */
    public static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(LineText::isControl);
    }

    /** Whether {@code text} says something, in one line, all of it visible, and the same once it is UTF-8. */
    public static boolean isSafe(String text) {
        return !text.isBlank() && isOneLine(text) && text.codePoints().noneMatch(LineText::isInvisible);
    }

    /** The start of {@code text} in single quotes, for a message. */
    public static String quote(String text) {
        return text.length() <= 80 ? "'" + text + "'" : "'" + text.substring(0, 80) + "…'";
    }

    private static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT || type == Character.SURROGATE;
    }
}
