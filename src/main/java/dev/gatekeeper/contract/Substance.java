package dev.gatekeeper.contract;

import dev.gatekeeper.change.Strictness;
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

    /** Those that the first release took for answers. */
    private static final Set<String> LATER_PLACEHOLDERS = Set.of(
            "to do",
            "to-do",
            "to be done",
            "to be determined",
            "to be announced",
            "to be confirmed",
            "wip",
            "work in progress",
            "not applicable",
            "not set yet",
            "pending",
            "later",
            "waiting",
            "fill in",
            "fill me in",
            "to be filled in",
            "not run",
            "not run yet",
            "not yet run",
            "will be given",
            "pending human review",
            "pending review",
            "pending approval",
            "to be reviewed",
            "to be approved",
            "awaiting review",
            "awaiting human review",
            "awaiting approval",
            "waiting for review",
            "waiting for a human",
            "see above",
            "see below");

    /** What our own messages say of an answer, or of whoever gives it: nobody's answer, where somebody has pasted it. */
    private static final Set<String> OURS = Set.of(
            "what is different after this change, in a sentence",
            "what is different after this change",
            "the reason for it, in a sentence",
            "the reason for it",
            "green, yellow or red",
            "a list of the invariants that you checked",
            "name: how",
            "how you checked it",
            "a list of what you ran",
            "the invariants that you checked, each a text or one 'name: how",
            "what you ran, each with its command and what came of it",
            "say in plain words what is true of this change; the policy asks for it",
            "say in plain words what is true of this change",
            "fill it in: say in plain words what is true of this change",
            "what is true of this change",
            "who approves",
            "whoever approves",
            "an approver of the policy",
            "whoever decided against it",
            "any human",
            "another human",
            "the human who approves",
            "name the human who approves",
            "any human who is not an author",
            "any human who is not an author of this change",
            "a human who is not an author",
            "a human who is not an author of this change",
            "a human must fill this in",
            "a human must fill this in, and no tool may do it for them",
            "such as the link to their review",
            "the link to their review",
            "the link to the review",
            "by the link to the review",
            "where the approval can be seen",
            "let a human say where the approval can be seen",
            "let a human say where the approval can be seen, by the link to the review",
            "where their approval can be seen",
            "say where their approval can be seen",
            "say where their approval can be seen, such as the link to their review",
            "not signed",
            "not verified");

    private static final Pattern MARKED =
            Pattern.compile("(todo|tbd|tba|fixme|placeholder)( ?:| [\\-–—] ).*", Pattern.DOTALL);
    /** Whom messages ask by a group, of which nobody is called so. */
    private static final Pattern OF_GROUP = Pattern.compile("(a human of group|whoever is in) [^ ]+");

    private static final Pattern ANGLED = Pattern.compile("<[^<>]*>");

    /** What {@code text} says; a sentence that merely holds a placeholder's word says something. */
    public static Substance of(String text) {
        return of(text, Strictness.TODAY);
    }

    /** As {@link #of(String)}; what the first release took for an answer may be let stand. */
    public static Substance of(String text, Strictness strictness) {
        String visible = Characters.trim(Characters.strip(text));
        if (visible.isEmpty()) {
            return BLANK;
        }
        String plain = Folding.lower(NormalForm.of(visible, Normalizer.Form.NFKC));
        boolean placeholder = letters(plain) < FEWEST_LETTERS
                || ANGLED.matcher(plain).matches()
                || isAlwaysPlaceholder(bare(plain))
                || (!strictness.letsOldFormsStand() && isLaterPlaceholder(bare(plain)));
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

    private static boolean isAlwaysPlaceholder(String bare) {
        return PLACEHOLDERS.contains(bare) || MARKED.matcher(bare).matches();
    }

    private static boolean isLaterPlaceholder(String bare) {
        return LATER_PLACEHOLDERS.contains(bare)
                || OURS.contains(bare)
                || OF_GROUP.matcher(bare).matches();
    }

    /** {@code plain} from its first letter or digit to its last: without brackets, quotes and punctuation around it, in single spaces. */
    private static String bare(String plain) {
        int start = 0;
        int end = plain.length();
        while (start < end && !Characters.isLetterOrDigit(plain.codePointAt(start))) {
            start += Character.charCount(plain.codePointAt(start));
        }
        while (start < end && !Characters.isLetterOrDigit(plain.codePointBefore(end))) {
            end -= Character.charCount(plain.codePointBefore(end));
        }
        return Characters.withSingleSpaces(plain.substring(start, end));
    }
}
