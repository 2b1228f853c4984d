package dev.gatekeeper.contract;

import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.NormalForm;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a value says something. */
public enum Substance {
    /** Null, blank, or invisible characters only. */
    BLANK,
    /** Something that only holds the place of an answer. */
    PLACEHOLDER,
    /** An answer. */
    TEXT;

    private static final int FEWEST_LETTERS = 2;

    private static final Set<String> PLACEHOLDERS = Set.of(
            "tbd",
            "tba",
            "tbc",
            "todo",
            "fixme",
            "xxx",
            "n/a",
            "na",
            "none",
            "null",
            "nil",
            "unknown",
            "unset",
            "not set",
            "placeholder",
            "command",
            "result",
            "green / yellow / red",
            "green/yellow/red");

    private static final Pattern MARKED =
            Pattern.compile("(todo|tbd|tba|fixme|placeholder)( ?:| [\\-–—] ).*", Pattern.DOTALL);
    private static final Pattern ANGLED = Pattern.compile("<[^<>]*>");

    /** What {@code text} says; a sentence that merely holds a placeholder's word says something. */
    public static Substance of(String text) {
        String visible = Characters.trim(Characters.strip(text));
        if (visible.isEmpty()) {
            return BLANK;
        }
        String plain = Folding.lower(NormalForm.of(visible, Normalizer.Form.NFKC));
        boolean placeholder =
                letters(plain) < FEWEST_LETTERS || ANGLED.matcher(plain).matches() || isNamedPlaceholder(plain);
        return placeholder ? PLACEHOLDER : TEXT;
    }

    /** How many letters and digits {@code text} has. */
    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Characters.isLetterOrDigit(text.codePointAt(i))) {
                letters++;
            }
        }
        return letters;
    }

    private static boolean isNamedPlaceholder(String plain) {
        String bare = Characters.withSingleSpaces(bare(plain));
        return PLACEHOLDERS.contains(bare) || MARKED.matcher(bare).matches();
    }

    /** {@code plain} from its first letter or digit to its last: without brackets, quotes and punctuation around it. */
    private static String bare(String plain) {
        int start = 0;
        int end = plain.length();
        while (start < end && !Characters.isLetterOrDigit(plain.codePointAt(start))) {
            start += Character.charCount(plain.codePointAt(start));
        }
        while (start < end && !Characters.isLetterOrDigit(plain.codePointBefore(end))) {
            end -= Character.charCount(plain.codePointBefore(end));
        }
        return plain.substring(start, end);
    }
}
