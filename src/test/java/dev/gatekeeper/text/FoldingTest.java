package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SRC, src",
        "\u017frc, src",
        "\uff33\uff32\uff23, src",
        "o\ufb03ce, office",
        "stra\u00dfe, STRASSE",
        "STRA\u1e9eE, stra\u00dfe",
        "caf\u00e9, CAFE\u0301",
        "\u212aey, key",
        "\u03bf\u03b4\u03cc\u03c2, \u039f\u0394\u039f\u0301\u03a3",
        "\u03c3\u03b1\u03c2, \u03a3\u0391\u03a3",
        "\u01c5, \u01c6",
        "\u0130, i\u0307",
        // Joiners and variation selectors, also between a letter and its accent.
        "au\u200dth, auth",
        "\u200cau\u200cth, auth",
        "\u0645\u06cc\u200c\u062e, \u0645\u06cc\u062e",
        "\u2764\ufe0f, \u2764",
        "\u845b\udb40\udd00, \u845b",
        "e\u200d\u0301, \u00e9",
        // Since Unicode 14: JDK 17 would keep these apart, and a newer one would not.
        "\u2c2f, \u2c5f",
        "\ud801\udd70, \ud801\udd97",
        // Since Unicode 16: an outlined letter, and a letter with a dot.
        "\ud833\udcd6, a",
        "\ud801\uddc9, \ud801\uddd2\u0307",
    })
    @DisplayName("what a file system or a reader may take for one name folds alike")
    void foldsAlike(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @Test
    @DisplayName("every character folds as Unicode's own data say, whatever the JDK")
    void foldsAsUnicodeSays() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            check(Character.toString(codePoint));
        }
    }

    static void check(String text) {
        String folded = Folding.fold(text);
        assertThat(folded).as("%s", new NormalFormTest.Shown(text)).isEqualTo(foldedByIcu(text));
        assertThat(Folding.fold(folded))
                .as("%s twice", new NormalFormTest.Shown(text))
                .isEqualTo(folded);
        assertThat(Folding.lower(text)).as("%s", new NormalFormTest.Shown(text)).isEqualTo(lowerByIcu(text));
    }

    private static String foldedByIcu(String text) {
        String visible = withoutJoiners(Normalizer2.getNFKDInstance().normalize(text));
        String upper = UCharacter.toUpperCase(Locale.ROOT, visible);
        // Upper case leaves the capital sharp s alone and takes the small one apart, so the two would differ for good.
        return Normalizer2.getNFCInstance().normalize(lowerByIcu(upper).replace("\u00df", "ss"));
    }

    private static String withoutJoiners(String text) {
        return text.codePoints()
                .filter(c -> !UCharacter.hasBinaryProperty(c, UProperty.JOIN_CONTROL)
                        && !UCharacter.hasBinaryProperty(c, UProperty.VARIATION_SELECTOR))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String lowerByIcu(String text) {
        return UCharacter.toLowerCase(Locale.ROOT, text).replace('ς', 'σ');
    }

    @Test
    void keepsApartWhatDiffers() {
        assertThat(Folding.fold("src")).isNotEqualTo(Folding.fold("sr\u0441"));
        assertThat(Folding.fold("cafe")).isNotEqualTo(Folding.fold("caf\u00e9"));
        assertThat(Folding.fold("au\u200bth")).isNotEqualTo(Folding.fold("auth"));
    }

    @Test
    @DisplayName("a pattern is folded in pieces, so a letter folds alike wherever it stands")
    void foldsALetterAlikeWhereverItStands() {
        for (String word : new String[] {"\u03a3\u0391\u03a3", "A\u03a3", "\u03c3\u03c2", "a\u03a3b"}) {
            StringBuilder pieces = new StringBuilder();
            word.codePoints().forEach(letter -> pieces.append(Folding.fold(Character.toString(letter))));
            assertThat(Folding.fold(word)).isEqualTo(pieces.toString());
        }
    }

    @Test
    @DisplayName("a letter with its accent is one character, so that a '?' of a pattern stands for it")
    void composesWhatItFolds() {
        assertThat(Folding.fold("CAFE\u0301")).isEqualTo("caf\u00e9").hasSize(4);
    }
}
