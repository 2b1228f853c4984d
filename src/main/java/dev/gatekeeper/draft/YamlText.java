package dev.gatekeeper.draft;

import dev.gatekeeper.text.Characters;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as YAML writes it, so that whoever reads it gets that very text: plain, in quotes, or on lines of its own. */
final class YamlText {

    /** What no YAML takes for anything but a text: it begins with a letter, and holds no sign that has a meaning. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9_./()+,;=-]| (?=[A-Za-z0-9(./=+_-]))*");

    /** Words that some readers take for something else, or for nothing. */
    private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");

    private YamlText() {}

    /**
     * What stands behind a key and a blank.
     *
     * @param indent how far the lines of a block stand in, of which the key stands two less
     */
    static String of(String text, int indent) {
        if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
            return text;
        }
        if (isShownAsItIs(text)) {
            return "'" + text.replace("'", "''") + "'";
        }
        return isBlock(text) ? block(text, " ".repeat(indent)) : quoted(text);
    }

    /** For a key, or a text in a comment: on one line, whatever it holds. */
    static String onOneLine(String text) {
        return isShownAsItIs(text) ? text : quoted(text);
    }

    private static boolean isShownAsItIs(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Characters.isUnclear(text.codePointAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether each line shows all that it holds, so that an editor leaves it as it is. */
    private static boolean isBlock(String text) {
        String[] lines = text.split("\n", -1);
        for (String line : lines) {
            boolean shown = line.isEmpty() || (isShownAsItIs(line) && !line.endsWith(" "));
            if (!shown) {
                return false;
            }
        }
        return lines.length > 1 && !lines[0].isEmpty() && !lines[0].startsWith(" ");
    }

    private static String block(String text, String margin) {
        String body = text;
        String chomping = "-";
        if (text.endsWith("\n")) {
            body = text.substring(0, text.length() - 1);
            chomping = body.endsWith("\n") ? "+" : "";
        }
        StringBuilder block = new StringBuilder("|").append(chomping);
        for (String line : body.split("\n", -1)) {
            block.append('\n').append(line.isEmpty() ? "" : margin + line);
        }
        return block.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(Characters.isUnclear(c) ? escape(c) : Character.toString(c));
            }
        }
        return quoted.append('"').toString();
    }

    private static String escape(int codePoint) {
        return String.format(Locale.ROOT, Character.isBmpCodePoint(codePoint) ? "\\u%04X" : "\\U%08X", codePoint);
    }
}
