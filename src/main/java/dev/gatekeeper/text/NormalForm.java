package dev.gatekeeper.text;

import java.text.Normalizer;

/** Text in a normal form of Unicode. */
public final class NormalForm {

    private NormalForm() {}

    /** {@code text} in {@code form}. The tables of Unicode are loaded only for text that needs them, which costs a build 10 ms. */
    public static String of(String text, Normalizer.Form form) {
        return isAscii(text) ? text : Normalizer.normalize(text, form);
    }

    /** Whether {@code text} is in the composed form, NFC. */
    public static boolean isComposed(String text) {
        return isAscii(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC);
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
}
