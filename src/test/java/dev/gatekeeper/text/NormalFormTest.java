package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {

    private static final Map<Form, Normalizer2> UNICODE = Map.of(
            Form.NFC, Normalizer2.getNFCInstance(),
            Form.NFD, Normalizer2.getNFDInstance(),
            Form.NFKC, Normalizer2.getNFKCInstance(),
            Form.NFKD, Normalizer2.getNFKDInstance());

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("every character has the normal forms of Unicode's own data, whatever the JDK")
    void ofEveryCharacter(Form form) {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            check(Character.toString(codePoint), form);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("so has every character between a letter and a mark, and beside a later one")
    void ofEveryCharacterAmongOthers(Form form) {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (unicode(form).isInert(codePoint)) {
                continue;
            }
            String character = Character.toString(codePoint);
            check("e" + character + "\u0323\u0302", form);
            check("\ud801\uddd2" + character + "\u0307", form);
        }
    }

    @Test
    @DisplayName("the search for later characters leaves none of them out")
    void firstLaterCharacter() {
        assertThat(NormalForm.of("\u0378", Form.NFC)).isEqualTo("\u0378");
        for (int codePoint = 0; codePoint < 0x0370; codePoint++) {
            assertThat(Unicode.isLater(codePoint)).as("U+%04X", codePoint).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0302\u0323", "\u0323\u0302\ud838\uddd1"})
    @Timeout(5)
    @DisplayName("a name of nothing but marks, with a later one or without, takes no time that grows with its square")
    void aNameMadeToBeSlowIsNot(String marks) {
        String name = "e" + marks.repeat(100_000);
        assertThat(NormalForm.of(name, Form.NFD)).hasSize(name.length());
        assertThat(NormalForm.isComposed(name)).isFalse();
    }

    /** A text that is only written out where an assertion fails. */
    record Shown(String text) {

        @Override
        public String toString() {
            return text.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
        }
    }

    private static Normalizer2 unicode(Form form) {
        return Objects.requireNonNull(UNICODE.get(form));
    }

    static void check(String text, Form form) {
        String normal = unicode(form).normalize(text);
        assertThat(NormalForm.of(text, form))
                .as("%s of %s", form, new Shown(text))
                .isEqualTo(normal);
        if (form == Form.NFC) {
            assertThat(NormalForm.isComposed(text)).as("%s", new Shown(text)).isEqualTo(normal.equals(text));
        }
    }
}
