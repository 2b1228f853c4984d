package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import dev.gatekeeper.report.Escape;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @DisplayName("Unicode's controls, format characters and ignorable ones are invisible, beside four blank symbols")
    void invisibleToUnicode() {
        assertAgrees(Characters::isInvisible, codePoint -> switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.CONTROL -> !UCharacter.isUWhiteSpace(codePoint) || codePoint == 0x85;
            case UCharacterCategory.FORMAT, UCharacterCategory.SURROGATE -> true;
            default ->
                UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                        || UCharacter.hasBinaryProperty(codePoint, UProperty.NONCHARACTER_CODE_POINT)
                        || "\u2800\uFFFC\uD834\uDD59\uD81B\uDFE4".indexOf(codePoint) >= 0;
        });
    }

    @Test
    @DisplayName(
            "a log shows as it is what the judge takes for visible, spaces and what has no meaning of its own aside")
    void judgeAndLogAgree() {
        IntPredicate escaped = codePoint -> {
            String text = "a" + Character.toString(codePoint) + "b";
            return !Escape.line(text).equals(text);
        };
        assertAgrees(escaped, codePoint -> Characters.isInvisible(codePoint) || isSpaceOrWithoutMeaning(codePoint));
    }

    private static boolean isSpaceOrWithoutMeaning(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.PRIVATE_USE, UCharacterCategory.UNASSIGNED -> true;
            default -> codePoint != ' ' && UCharacter.isUWhiteSpace(codePoint);
        };
    }

    @Test
    @DisplayName("white space is Unicode's, but for the control U+0085; a regular expression has the same")
    void whiteSpace() {
        Pattern pattern = Pattern.compile("[" + Characters.WHITE_SPACE + "]");
        IntPredicate unicode = codePoint -> UCharacter.isUWhiteSpace(codePoint) && codePoint != 0x85;
        assertAgrees(Characters::isWhiteSpace, unicode);
        assertAgrees(codePoint -> pattern.matcher(Character.toString(codePoint)).matches(), unicode);
    }

    @Test
    @DisplayName("controls, letters, digits, numbers and marks are those of Unicode's categories")
    void categories() {
        assertAgrees(
                Characters::isControl,
                codePoint -> UCharacter.getType(codePoint) == UCharacterCategory.CONTROL
                        || codePoint == 0x2028
                        || codePoint == 0x2029);
        assertAgrees(Characters::isLetterOrDigit, codePoint -> isVisibly(codePoint, UCharacter::isLetterOrDigit));
        assertAgrees(
                Characters::isLetterOrNumber,
                codePoint -> isVisibly(codePoint, UCharacter::isLetterOrDigit)
                        || UCharacter.getType(codePoint) == UCharacterCategory.LETTER_NUMBER
                        || UCharacter.getType(codePoint) == UCharacterCategory.OTHER_NUMBER);
        assertAgrees(
                Characters::isMark,
                codePoint -> isVisibly(codePoint, character -> switch (UCharacter.getType(character)) {
                    case UCharacterCategory.NON_SPACING_MARK,
                            UCharacterCategory.ENCLOSING_MARK,
                            UCharacterCategory.COMBINING_SPACING_MARK -> true;
                    default -> false;
                }));
    }

    @Test
    void whatIsNoCharacter() {
        assertAgrees(
                Characters::isNoncharacter,
                codePoint -> UCharacter.hasBinaryProperty(codePoint, UProperty.NONCHARACTER_CODE_POINT));
        assertAgrees(
                Characters::isSurrogate, codePoint -> UCharacter.getType(codePoint) == UCharacterCategory.SURROGATE);
    }

    /** A filler is a letter by its category, and nobody sees it. */
    private static boolean isVisibly(int codePoint, IntPredicate category) {
        return category.test(codePoint) && !Characters.isInvisible(codePoint);
    }

    private static void assertAgrees(IntPredicate ours, IntPredicate unicode) {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(codePoint -> ours.test(codePoint) != unicode.test(codePoint))
                        .mapToObj("U+%04X"::formatted))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"a,a", " a ,a", "\u00a0\t a b\u3000\u2028,a b", " \u00a0,''", "'',''", "\u200ba ,\u200ba"})
    void trimsWhiteSpaceOfEveryKind(String text, String trimmed) {
        assertThat(Characters.trim(text)).isEqualTo(trimmed);
    }

    @Test
    void isBlankWhereNothingIsSeen() {
        for (String blank : List.of("", " ", "\u00a0\n", "\u200b \u3164", " \u0301")) {
            assertThat(Characters.isBlank(blank)).isTrue();
        }
        assertThat(Characters.isBlank(" a")).isFalse();
        assertThat(Characters.isBlank("\u200b.")).isFalse();
    }

    @Test
    void isOneLineWithoutControls() {
        assertThat(Characters.isOneLine("")).isTrue();
        assertThat(Characters.isOneLine("a\u00a0b\u200b\ud83d\ude00")).isTrue();
        for (String control : List.of("\n", "\r", "\t", "\u0000", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029")) {
            assertThat(Characters.isOneLine("a" + control)).isFalse();
            assertThat(Characters.isVisibleLine("a" + control)).isFalse();
        }
    }

    @Test
    void isVisibleLineWhereAllOfItIsSeen() {
        assertThat(Characters.isVisibleLine("acme/shop \u00e9\u0301 \ud83d\ude00"))
                .isTrue();
        for (String text : List.of("", " ", "\u00a0", "\u0301", "a\u200b", "\u3164a", "a\ud800", "a\udb40\udc41b")) {
            assertThat(Characters.isVisibleLine(text)).isFalse();
        }
    }

    @Test
    void singleSpaces() {
        assertThat(Characters.withSingleSpaces(" a\u00a0\t b\u3000\n")).isEqualTo(" a b ");
        assertThat(Characters.withSingleSpaces("a\u200bb c")).isEqualTo("a\u200bb c");
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
