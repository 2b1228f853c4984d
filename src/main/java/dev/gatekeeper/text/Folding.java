package dev.gatekeeper.text;

import java.text.Normalizer;
import java.util.Locale;

/** The forms in which names that a file system, or a reader, may take for the same are equal. */
public final class Folding {

    private Folding() {}

    /**
     * Folds a name: NFKD, upper case, lower case, NFC, and no joiner or variation selector, since names may hold these, see {@link
     * Joiners}, and nobody sees them. Lower case alone would miss {@code ſrc}, ligatures and full-width letters. The
     * capital {@code ẞ} folds as {@code ß} does, which upper case alone would not see, so that folding twice changes nothing.
     */
    public static String fold(String name) {
        if (NormalForm.isAscii(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String decomposed = NormalForm.of(name, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i += Character.charCount(decomposed.codePointAt(i))) {
            int codePoint = decomposed.codePointAt(i);
            if (codePoint == 'ß' || codePoint == 'ẞ') {
                folded.append("ss");
            } else if (!Joiners.isJoiner(codePoint) && !Joiners.isVariationSelector(codePoint)) {
                folded.appendCodePoint(Unicode.folded(codePoint));
            }
        }
        return NormalForm.of(folded.toString(), Normalizer.Form.NFC);
    }

    /**
     * {@code text} in lower case. A Greek sigma has one form, wherever it stands: Java's depends on the letters around it, which a part
     * of the text lacks.
     */
    public static String lower(String text) {
        if (NormalForm.isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (codePoint == 'İ') {
                lower.append("i\u0307");
            } else {
                lower.appendCodePoint(codePoint == 'ς' ? 'σ' : Unicode.lower(codePoint));
            }
        }
        return lower.toString();
    }
}
