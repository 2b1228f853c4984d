package dev.gatekeeper.text;

import java.text.Normalizer;

/**
 * Text in a normal form of Unicode, the same on every JDK.
 *
 * <p>Unicode promises that a text of which it knows every character keeps its normal forms in all later versions
 * (<a href="https://www.unicode.org/policies/stability_policy.html">Normalization Stability</a>), so that every JDK from 17 on gives
 * those of text in Unicode 13. Of other text each would give another one, and none is asked.
 */
public final class NormalForm {

    /** All characters below were assigned before Unicode 13. */
    private static final int FIRST_TO_LOOK_UP = 0x0370;

    /** In chars. The JDK puts the marks on one base in order in a time that grows with the square of their number. */
    private static final int LONGEST_FOR_JDK = 4096;

    private NormalForm() {}

    /** {@code text} in {@code form}. The tables of Unicode are loaded only for text that needs them, which costs a build 10 ms. */
    public static String of(String text, Normalizer.Form form) {
        if (isAscii(text)) {
            return text;
        }
        return isForJdk(text) ? Normalizer.normalize(text, form) : OwnNormalForm.of(text, form);
    }

    /** Whether {@code text} is in the composed form, NFC. */
    static boolean isComposed(String text) {
        if (isAscii(text)) {
            return true;
        }
        return isForJdk(text)
                ? Normalizer.isNormalized(text, Normalizer.Form.NFC)
                : OwnNormalForm.of(text, Normalizer.Form.NFC).equals(text);
    }

    /** Whether {@code text} is plain ASCII, which every form leaves as it is. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether every JDK gives {@code text} the same normal forms, and soon. */
    private static boolean isForJdk(String text) {
        if (text.length() > LONGEST_FOR_JDK) {
            return false;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= FIRST_TO_LOOK_UP && Unicode.isLater(codePoint)) {
                return false;
            }
        }
        return true;
    }
}
