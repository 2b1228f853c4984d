package dev.gatekeeper.report;

import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form in which text that the change may control is shown, so that it can neither act on a terminal, a log or a page nor look
 * like something else.
 *
 * <p>What a reader does not see is written as {@code \n}, {@code \r}, {@code \t}, {@code \}{@code u202E} or, beyond U+FFFF,
 * {@code \}{@code u{E0001}}. A backslash stays as it is, and is doubled only where what follows would make it look like one of
 * these, so no two texts are shown alike. A text of more than 2000 characters loses its middle, and says how much.
 */
public final class Escape {

    private static final int START = 1500;
    private static final int END = 500;

    /** A word of letters and digits, or a dash that begins no list; a number with a full stop could begin one. */
    private static final Pattern PLAIN = Pattern.compile("(?!\\p{Nd}+[.)])[('\"\u201C\u2018]{0,2}[\\p{L}\\p{Nd}]"
            + "(?:[\\p{L}\\p{Nd}'\u2019-]*[\\p{L}\\p{Nd}])?[,;:.?]?['\")\u201D\u2019]{0,2}[,;:.?]?|[\u2013\u2014]");

    /** The end of a quotation within a sentence. */
    private static final Pattern QUOTED = Pattern.compile("(?s).+'[)]?[,;:.]?");

    /** What forges take for a commit. */
    private static final Pattern HEX = Pattern.compile("(?i)(?<![\\p{L}\\p{Nd}])[0-9a-f]{7,}(?![\\p{L}\\p{Nd}])");

    /** What forges may take for the number of an issue, such as {@code GH-1}. */
    private static final Pattern ISSUE = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}]*-\\p{Nd}+");

    private static final Pattern ODD = Pattern.compile("(?s)(\\(?)(.+?)([)]?[,;:.]?)");

    /** What ends a code span or a cell, also where a page is composed before it is read: the varia becomes a backtick by that. */
    private static final String ENDS_CODE = "`|\u1FEF";

    /** Beside letters and digits. */
    private static final String HARMLESS = " ./_-:,;()[]'=+@";

    private Escape() {}

    /**
     * {@code text} as a part of a line of a log. Commands that a CI server looks for in logs are made harmless, and spaces after three
     * others are shown: a run of them would push what follows to where a terminal begins a line.
     */
    public static String line(String text) {
        return cut(text, "", false);
    }

    /** As {@link #line}, and spaces at either end and after another space are shown too, since columns are told apart by two. */
    static String path(String path) {
        return cut(path, "", true);
    }

    /** {@code text} as a code span of Markdown, in a table too: only what could end the span or the cell is not shown as it is. */
    static String code(String text) {
        return "`" + (text.isEmpty() ? "(nothing)" : cut(text, ENDS_CODE, true)) + "`";
    }

    /**
     * {@code text} as a sentence of Markdown, in a table too. A word that some renderer could take for markup, a link, a mention or a
     * reference stands in a code span, together with its neighbours of that kind up to a comma, or with all that is quoted with it.
     */
    static String prose(String text) {
        if (text.isEmpty()
                || text.length() > START + END
                || text.contains("  ")
                || text.startsWith(" ")
                || text.endsWith(" ")) {
            return code(text);
        }
        List<String> parts = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        String[] words = text.split(" ", -1);
        for (int at = 0; at < words.length; ) {
            int end = quotationEnd(words, at);
            List<String> quoted = List.of(words).subList(at, end);
            if (arePlain(quoted)) {
                span(odd, parts);
                parts.addAll(quoted);
            } else {
                odd.addAll(quoted);
                if (",;:".indexOf(words[end - 1].charAt(words[end - 1].length() - 1)) >= 0) {
                    span(odd, parts);
                }
            }
            at = end;
        }
        span(odd, parts);
        return String.join(" ", parts);
    }

    /** The place behind the quotation that begins at {@code start}; behind that word alone where none begins, or none ends. */
    private static int quotationEnd(String[] words, int start) {
        if (words[start].startsWith("'") || words[start].startsWith("('")) {
            for (int at = start; at < words.length; at++) {
                if (QUOTED.matcher(words[at]).matches()) {
                    return at + 1;
                }
            }
        }
        return start + 1;
    }

    /** Moves {@code odd} into a code span; brackets around it and punctuation behind belong to the sentence. */
    private static void span(List<String> odd, List<String> parts) {
        if (!odd.isEmpty()) {
            Matcher group = ODD.matcher(String.join(" ", odd));
            if (group.matches()) {
                String inner = group.group(2);
                String behind = group.group(3);
                // As in rotate(), which closes what it opens.
                boolean closed = behind.startsWith(")") && count(inner, '(') > count(inner, ')');
                parts.add(
                        group.group(1) + code(closed ? inner + ")" : inner) + (closed ? behind.substring(1) : behind));
            }
            odd.clear();
        }
    }

    private static int count(String text, char unit) {
        int count = 0;
        for (int at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + 1)) {
            count++;
        }
        return count;
    }

    private static boolean arePlain(List<String> words) {
        for (String word : words) {
            if (!isPlain(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String word) {
        for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
            if (Characters.isUnclear(word.codePointAt(at))) {
                return false;
            }
        }
        return PLAIN.matcher(word).matches()
                && !HEX.matcher(word).find()
                && !ISSUE.matcher(word).find();
    }

    /** {@code text} as a link of Markdown where it is one address of harmless characters, else as {@link #prose}. */
    static String link(String text) {
        return WebAddress.is(text) ? "<" + text + ">" : prose(text);
    }

    private static String cut(String text, String harmful, boolean spaces) {
        if (isHarmless(text)) {
            return text;
        }
        int length = text.codePointCount(0, text.length());
        if (length <= START + END) {
            return escape(text, harmful, spaces);
        }
        String start = text.substring(0, text.offsetByCodePoints(0, START));
        String end = text.substring(text.offsetByCodePoints(text.length(), -END));
        return "%s … %d characters left out … %s"
                .formatted(escape(start, harmful, spaces), length - START - END, escape(end, harmful, spaces));
    }

    /** Whether {@code text} is shown as it is wherever it stands, as most are; a save log has a million of them. */
    private static boolean isHarmless(String text) {
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if ((!plain && HARMLESS.indexOf(c) < 0) || (before == ' ' && (c == ' ' || c == ':'))) {
                return false;
            }
            before = c;
        }
        return before != ' ' && text.length() <= START + END;
    }

    private static String escape(String text, String harmful, boolean spaces) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        boolean afterBackslash = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            boolean escaped = Characters.isUnclear(c)
                    || harmful.indexOf(c) >= 0
                    || isCommand(text, at)
                    || (spaces ? isUnclearSpace(text, at) : text.startsWith("    ", at - 3));
            String unit = escaped ? visible(c) : Character.toString(c);
            if (afterBackslash && "\\nrtu".indexOf(unit.charAt(0)) >= 0) {
                shown.append('\\');
            }
            shown.append(unit);
            afterBackslash = c == '\\';
        }
        return shown.toString();
    }

    /** GitHub obeys {@code ::name} at the start of a line and {@code ##[name]} anywhere, Azure {@code ##vso[}, TeamCity alike. */
    private static boolean isCommand(String text, int at) {
        return switch (text.charAt(at)) {
            case '#' -> at > 0 && text.charAt(at - 1) == '#';
            case ':' -> text.startsWith("::", at) && text.substring(0, at).isBlank();
            default -> false;
        };
    }

    private static boolean isUnclearSpace(String text, int at) {
        return text.charAt(at) == ' ' && (at == 0 || at == text.length() - 1 || text.charAt(at - 1) == ' ');
    }

    private static String visible(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                String.format(Locale.ROOT, Character.isBmpCodePoint(codePoint) ? "\\u%04X" : "\\u{%X}", codePoint);
        };
    }
}
