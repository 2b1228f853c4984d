package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Persian, \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "Persian before a word's ending, \u0622\u0646\u200c\u0647\u0627.md",
        "Persian digit, \u06f5\u200c\u0633\u0627\u0644\u0647",
        "Arabic letters with their vowels, \u0645\u064e\u200c\u062e\u064e",
        "Sinhala, \u0dc1\u0dca\u200d\u0dbb\u0dd3",
        "Hindi half form, \u0915\u094d\u200d\u0937",
        "Hindi without a ligature, \u0915\u094d\u200c\u0937",
        "Bengali joiner before a virama, \u09b0\u200d\u09cd\u09af",
        "Malayalam at the end of a word, \u0d28\u0d4d\u200d",
        "Malayalam before an ending, \u0d28\u0d4d\u200d.txt",
        "Malayalam before a space, \u0d28\u0d4d\u200d 2.txt",
        "Khmer, \u1794\u200c\u17d2\u1799",
        "Mongolian, \u182d\u200d\u182d",
        "family, \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67.png",
        "rainbow flag, \ud83c\udff3\ufe0f\u200d\ud83c\udf08",
        "skin tone, \ud83d\udc69\ud83c\udffd\u200d\ud83d\ude80",
        "red heart, \u2764\ufe0flove.md",
        "heart as text, \u2764\ufe0e.md",
        "keycap, 1\ufe0f\u20e3.md",
        "ASCII alone, README.md",
    })
    void belongIn(String what, String text) {
        assertThat(strangers(text)).as(what).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "au\u200dth",
                "au\u200cth",
                "\u200dauth",
                "auth\u200d",
                "\u200d",
                "\u0645\u200cauth",
                "auth\u200c\u0645",
                "\u0645\u200c",
                "\u200c\u0645",
                "\u0645\u200c.md",
                "\u0645\u200c1",
                "\u0434\u200d\u0434",
                "\u4e2d\u200d\u4e2d",
                "\u03b1\u200c\u03b1",
                "a\u0301\u200d\u0301a",
                "\u0301\u200d\u0645",
                "\u0d28\u0d4d\u200da",
                "\u0d28\u200d",
                "\u0e01\u200d\u0e01",
                "\ud83d\udc68\u200c\ud83d\udc69",
                "\ud83d\udc68\u200d",
                "\u200d\ud83d\udc68",
                "a\u200d\ud83d\udc68",
                "\ud83d\udc68\u200da",
                "\ud83c\udffd\u200d\ud83d\ude80",
                "\u2764a\ufe0f",
                "a\ufe0f",
                "\ufe0f",
                "1\ufe0f",
                "a\ufe0f\u20e3",
                "1\ufe0e\u20e3",
                "\u2764\ufe00",
                "\u845b\udb40\udd00",
                "\u1820\u180b",
            })
    void belongNowhereElse(String text) {
        assertThat(strangers(text)).hasSize(1);
    }

    @Test
    @DisplayName("of several in a row none belongs but what ends an emoji before another")
    void nothingHidesBehindAnother() {
        assertThat(strangers("\u0645\u200c\u200c\u0645")).hasSize(2);
        assertThat(strangers("\ud83d\udc68\u200d\u200d\ud83d\udc69")).hasSize(2);
        assertThat(strangers("\ufe0f\u200d\ud83d\ude80")).hasSize(2);
        assertThat(strangers("\u2764\ufe0f\ufe0f")).hasSize(1);
        assertThat(strangers("\u0d28\u0d4d\u200d\u200d")).hasSize(2);
    }

    @Test
    @DisplayName("scripts in which a joiner changes nothing have none")
    void joiningScripts() {
        Set<String> scripts = new TreeSet<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Unicode.isOfJoiningScript(c)) {
                scripts.add(UScript.getShortName(UScript.getScript(c)));
            }
        }
        assertThat(scripts)
                .contains("Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng", "Sinh", "Mlym", "Taml", "Khmr", "Mymr")
                .doesNotContain("Latn", "Grek", "Cyrl", "Hebr", "Hani", "Hang", "Hira", "Thai", "Tibt", "Zyyy", "Zinh");
    }

    @Test
    @DisplayName("no ASCII letter and no half of an emoji is taken for a picture")
    void pictures() {
        List<Integer> none = new ArrayList<>(List.of(0x1F3FB, 0x1F3FF, 0x1F1E6, 0x20E3, 0xFE0F, 0x200D));
        for (int c = 0; c < 0x80; c++) {
            none.add(c);
        }
        assertThat(none).noneMatch(Unicode::isEmoji);
        assertThat(List.of(0x2764, 0x1F468, 0x2640, 0x2642, 0x1F9B0, 0x1F3F4, 0xA9))
                .allMatch(Unicode::isEmoji);
    }

    /** The places of what shows nothing and doesn't belong. */
    private static List<Integer> strangers(String text) {
        List<Integer> strangers = new ArrayList<>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Characters.isInvisible(text.codePointAt(i)) && !Joiners.belongs(text, i)) {
                strangers.add(i);
            }
        }
        return strangers;
    }
}
