package dev.gatekeeper.text;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which names that a file system, or a reader, may take for the same are equal. */
public final class Folding {

    private Folding() {}

    /**
     * Folds a name: NFKD, upper case, lower case (in the root locale), NFC. Lower case alone would miss {@code ſrc}, ligatures and
     * full-width letters. A Greek sigma has one form, wherever it stands: Java's depends on the letters around it, which a pattern lacks.
     */
    public static String fold(String name) {
        if (NormalForm.isAscii(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String decomposed = NormalForm.of(name, Normalizer.Form.NFKD);
        String cased =
                decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
        return NormalForm.of(cased, Normalizer.Form.NFC);
    }
}
