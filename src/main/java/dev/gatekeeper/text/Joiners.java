package dev.gatekeeper.text;

import java.util.function.IntPredicate;

/**
 * Which characters that show nothing belong where they stand, because the writing around them needs them: Persian and Sinhala words are
 * typed with joiners, and many emoji are several characters that joiners and variation selectors hold together.
 *
 * <p>Where they belong they are honest, and nowhere else: beside an ASCII letter a joiner only makes two names look alike. {@link
 * Folding} takes all of them out, so that a name with one is still a twin of the name without.
 */
public final class Joiners {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    /** The combining class of the marks that join consonants. */
    private static final int VIRAMA = 9;

    private Joiners() {}

    /** Whether {@code codePoint} is U+200C or U+200D, by which a writer asks for letters apart or joined. */
    public static boolean isJoiner(int codePoint) {
        return codePoint == NON_JOINER || codePoint == JOINER;
    }

    /** Whether {@code codePoint} is a variation selector: it picks one of the shapes of the character before it. */
    static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= EMOJI_STYLE)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
                || (codePoint >= 0x180B && codePoint <= 0x180D)
                || codePoint == 0x180F;
    }

    /** Whether the character at {@code index} of {@code text} is a joiner or a variation selector that belongs there. */
    public static boolean belongs(String text, int index) {
        int codePoint = text.codePointAt(index);
        return switch (codePoint) {
            case NON_JOINER -> isInWord(text, index);
            case JOINER -> isInWord(text, index) || isInEmoji(text, index);
            case TEXT_STYLE -> isBefore(text, index, Unicode::isEmoji);
            case EMOJI_STYLE -> isBefore(text, index, Unicode::isEmoji) || isInKeycap(text, index);
            default -> false;
        };
    }

    /** Whether {@code text} holds nothing that shows nothing, but what belongs where it stands. */
    public static boolean allBelong(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Characters.isInvisible(text.codePointAt(i)) && !belongs(text, i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Between two letters, each with its marks; behind a virama also at the end of a word, where Malayalam and Bengali have letters
     * that were typed so before Unicode had them.
     */
    private static boolean isInWord(String text, int index) {
        int base = index;
        while (base > 0 && Characters.isMark(text.codePointBefore(base))) {
            base -= Character.charCount(text.codePointBefore(base));
        }
        if (!isBefore(text, base, Unicode::isOfJoiningScript)) {
            return false;
        }
        int next = index + 1;
        while (next < text.length() && Characters.isMark(text.codePointAt(next))) {
            next += Character.charCount(text.codePointAt(next));
        }
        if (next < text.length() && Characters.isLetterOrNumber(text.codePointAt(next))) {
            return Unicode.isOfJoiningScript(text.codePointAt(next));
        }
        return next == index + 1
                && Unicode.combiningClass(text.codePointBefore(index)) == VIRAMA
                && (next == text.length() || !isUnseen(text.codePointAt(next)));
    }

    /** Between two pictures, the first of which may have a skin tone or a style. */
    private static boolean isInEmoji(String text, int index) {
        if (index == 0 || index + 1 == text.length() || !Unicode.isEmoji(text.codePointAt(index + 1))) {
            return false;
        }
        int before = text.codePointBefore(index);
        return Unicode.isEmoji(before)
                || ((before == EMOJI_STYLE || isSkinTone(before))
                        && isBefore(text, index - Character.charCount(before), Unicode::isEmoji));
    }

    private static boolean isInKeycap(String text, int index) {
        return text.startsWith(Character.toString(KEYCAP), index + 1)
                && isBefore(text, index, c -> (c >= '0' && c <= '9') || c == '#' || c == '*');
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    private static boolean isUnseen(int codePoint) {
        return Characters.isControl(codePoint) || Characters.isInvisible(codePoint);
    }

    private static boolean isBefore(String text, int index, IntPredicate holds) {
        return index > 0 && holds.test(text.codePointBefore(index));
    }
}
