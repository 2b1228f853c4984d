package dev.gatekeeper.change;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which names that a file system, or a reader, may take for the same are equal. */
public final class Folding {

    private Folding() {}

    /**
     * Folds a name: NFKD, upper case, lower case (in the root locale), NFC. Lower case alone would miss {@code ſrc}, ligatures and
     * full-width letters.
     */
    public static String fold(String name) {
        if (isAscii(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        String cased = decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(cased, Normalizer.Form.NFC);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
