package dev.gatekeeper.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Turns of phrase that messages share. */
public final class Words {

    private static final int MOST_LISTED = 10;
    private static final int MOST_QUOTED = 80;

    private Words() {}

    /** {@code 1 approval}, {@code 2 approvals}. */
    public static String count(int number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** {@code 1 person}, {@code 2 people}. */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code a, b and 3 more}; the first ten are named. */
    public static String list(Collection<String> words) {
        List<String> all = List.copyOf(words);
        List<String> named = all.subList(0, Math.min(MOST_LISTED, all.size()));
        return String.join(", ", named) + andMore(words.size() - named.size());
    }

    /** {@code a, b or c}. */
    public static String either(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** How a list goes on that leaves {@code left} out: {@code  and 3 more}, or nothing where it is whole. */
    public static String andMore(int left) {
        return left == 0 ? "" : " and " + left + " more";
    }

    /** {@code sentence}, which begins with a plain letter, as it begins a line. */
    public static String capitalized(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** {@code sentence} as it goes on behind a colon; what begins with no plain word, such as an option, stays as it is. */
    public static String uncapitalized(String sentence) {
        boolean word = sentence.length() > 1 && Character.isLowerCase(sentence.charAt(1));
        return word ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1) : sentence;
    }

    /** {@code sentence} as it goes on: what is put behind it belongs to it. */
    public static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** The start of {@code text} in single quotes. */
    public static String quote(String text) {
        return text.length() <= MOST_QUOTED ? "'" + text + "'" : "'" + text.substring(0, MOST_QUOTED) + "…'";
    }
}
