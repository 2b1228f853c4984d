package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import dev.gatekeeper.report.Escape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {
                "0000", "0007", "001B", "007F", "009F", "00AD", "034F", "061C", "115F", "1160", "17B4", "17B5", "180B",
                "180E", "180F", "200B", "200C", "200D", "200E", "202E", "2060", "2065", "2066", "2069", "206F", "2800",
                "3164", "D800", "DFFF", "FDD0", "FE00", "FE0F", "FEFF", "FFA0", "FFF0", "FFF8", "FFF9", "FFFC", "FFFE",
                "FFFF", "16FE4", "1BCA0", "1D159", "1D173", "E0000", "E0001", "E0041", "E0100", "E01EF", "E0FFF",
                        "10FFFF"
            })
    @DisplayName("what shows nothing is invisible, whatever Java calls it")
    void invisible(String hex) {
        assertThat(Characters.isInvisible(Integer.parseInt(hex, 16))).isTrue();
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {
                "0009", "000A", "000D", "0020", "0041", "00A0", "00E9", "0301", "1161", "2003", "2801", "3000", "3163",
                "3165", "4E2D", "FDCF", "FDF0", "FFFD", "1F600"
            })
    @DisplayName("letters, symbols, marks and white space are not")
    void visible(String hex) {
        assertThat(Characters.isInvisible(Integer.parseInt(hex, 16))).isFalse();
    }

    @Test
    @DisplayName(
            "whatever Unicode lets a font ignore, and every control and format character but white space, is invisible")
    void invisibleToUnicode() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            int type = UCharacter.getType(codePoint);
            boolean invisible = UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                    || (type == UCharacterCategory.CONTROL && !UCharacter.isUWhiteSpace(codePoint))
                    || (type == UCharacterCategory.FORMAT && Character.isDefined(codePoint))
                    || type == UCharacterCategory.SURROGATE
                    || UCharacter.hasBinaryProperty(codePoint, UProperty.NONCHARACTER_CODE_POINT);
            if (invisible) {
                assertThat(Characters.isInvisible(codePoint))
                        .as(name(codePoint))
                        .isTrue();
            }
        }
    }

    @Test
    @DisplayName(
            "a log shows as it is what the judge takes for visible, spaces and what has no meaning of its own aside")
    void judgeAndLogAgree() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String text = "a" + Character.toString(codePoint) + "b";
            boolean escaped = !Escape.line(text).equals(text);
            assertThat(escaped)
                    .as(name(codePoint))
                    .isEqualTo(Characters.isInvisible(codePoint) || isSpaceOrWithoutMeaning(codePoint));
        }
    }

    private static boolean isSpaceOrWithoutMeaning(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> codePoint != ' ' && (Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint));
        };
    }

    private static String name(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }

    @Test
    void stripLeavesWhatIsSeen() {
        assertThat(Characters.strip("Zo\u0308e\u200b \ud83d\ude00\ufe0f\tok\n"))
                .isEqualTo("Zo\u0308e \ud83d\ude00\tok\n");
        assertThat(Characters.strip("\u3164\u115f\u1160\uffa0\u2800\u00ad\udb40\udc41\u2060"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "a combining mark without a base is taken out, also one that follows what was taken out or white space")
    void marksWithoutBase() {
        assertThat(Characters.strip("\u0301\u0302")).isEmpty();
        assertThat(Characters.strip("\u200b\u0301a\u0301\u0302 \u0301")).isEqualTo("a\u0301\u0302 ");
        assertThat(Characters.strip("\u20dd")).isEmpty();
    }
}
