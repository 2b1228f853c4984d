package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.text.Normalizer.Form;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Most runs judge ASCII alone, each in a process of its own, and pay for every table that is loaded. */
class LazyTablesTest {

    private static final String ASCII = "Abc xyz\t019 {~}\r\n";

    @Test
    @DisplayName("text in ASCII leaves the tables of Unicode where they are")
    void asciiLoadsNoTables() throws Exception {
        try (Fresh fresh = new Fresh()) {
            Class<?> characters = fresh.loadClass(Characters.class.getName());
            Class<?> folding = fresh.loadClass(Folding.class.getName());
            Class<?> normalForm = fresh.loadClass(NormalForm.class.getName());
            for (String test : new String[] {
                "isInvisible", "isUnclear", "isControl", "isWhiteSpace", "isLetterOrDigit", "isLetterOrNumber", "isMark"
            }) {
                for (int c = 0; c < 0x80; c++) {
                    characters.getMethod(test, int.class).invoke(null, c);
                }
            }
            for (String method : new String[] {"strip", "trim", "isBlank", "isOneLine", "isVisibleLine"}) {
                characters.getMethod(method, String.class).invoke(null, ASCII);
            }
            folding.getMethod("fold", String.class).invoke(null, ASCII);
            folding.getMethod("lower", String.class).invoke(null, ASCII);
            normalForm.getMethod("of", String.class, Form.class).invoke(null, ASCII, Form.NFKC);
            Class<?> shell = fresh.loadClass(Shell.class.getName());
            for (String word : new String[] {"Abc", ASCII}) {
                shell.getMethod("quoteBytes", String.class).invoke(null, word);
            }
            assertThat(fresh.hasLoaded(Unicode.class)).isFalse();

            folding.getMethod("fold", String.class).invoke(null, "\u00e9");
            assertThat(fresh.hasLoaded(Unicode.class)).isTrue();
        }
    }

    /** Loads our classes anew, and knows which ones. */
    private static final class Fresh extends URLClassLoader {

        Fresh() {
            super(
                    new URL[] {
                        Characters.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    getPlatformClassLoader());
        }

        boolean hasLoaded(Class<?> type) {
            return findLoadedClass(type.getName()) != null;
        }
    }
}
