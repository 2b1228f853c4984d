package dev.gatekeeper.contract;

import dev.gatekeeper.yaml.Visible;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a value says something. */
public enum Saying {
    /** Null, blank, or invisible characters only. */
    NOTHING,
    /** Something that only holds the place of an answer. */
    PLACEHOLDER,
    /** An answer. */
    SOMETHING;

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
            Pattern.compile("(todo|tbd|tba|fixme|placeholder)\\s*[:\\-–—].*", Pattern.DOTALL);
    private static final Pattern ANGLED = Pattern.compile("<[^<>]*>");
    private static final Pattern BRACKETS =
            Pattern.compile("^[\\s\\p{Ps}\\p{Pi}\"'`*_<]+|[\\s\\p{Pe}\\p{Pf}\"'`*_>.,;:!?…]+$");

    /** What {@code text} says; a sentence that merely holds a placeholder's word says something. */
    public static Saying of(String text) {
        String visible = Visible.strip(text).strip();
        if (visible.isEmpty()) {
            return NOTHING;
        }
        String plain = Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean placeholder = plain.codePoints()
                                .filter(Character::isLetterOrDigit)
                                .limit(FEWEST_LETTERS)
                                .count()
                        < FEWEST_LETTERS
                || ANGLED.matcher(plain).matches()
                || isNamedPlaceholder(plain);
        return placeholder ? PLACEHOLDER : SOMETHING;
    }

    private static boolean isNamedPlaceholder(String plain) {
        String bare = BRACKETS.matcher(plain).replaceAll("").replaceAll("\\s+", " ");
        return PLACEHOLDERS.contains(bare) || MARKED.matcher(bare).matches();
    }
}
