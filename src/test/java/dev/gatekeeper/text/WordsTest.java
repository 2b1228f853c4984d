package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void countsInTheNumberThatANounHas() {
        assertThat(Words.count(0, "finding")).isEqualTo("0 findings");
        assertThat(Words.count(1, "signed approval")).isEqualTo("1 signed approval");
        assertThat(Words.count(2, "finding")).isEqualTo("2 findings");
        assertThat(Words.count(1, "person", "people")).isEqualTo("1 person");
        assertThat(Words.count(3, "person", "people")).isEqualTo("3 people");
    }

    @Test
    void listsTenAndCountsTheOthers() {
        assertThat(Words.list(List.of())).isEmpty();
        assertThat(Words.list(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(Words.list(Collections.nCopies(10, "a"))).isEqualTo("a, a, a, a, a, a, a, a, a, a");
        assertThat(Words.list(Collections.nCopies(13, "a"))).isEqualTo("a, a, a, a, a, a, a, a, a, a and 3 more");
    }

    @Test
    void goesOnBehindASentence() {
        assertThat(Words.withoutStop("It is not there.")).isEqualTo("It is not there");
        assertThat(Words.withoutStop("it is not there")).isEqualTo("it is not there");
    }

    @Test
    void quotesTheStart() {
        assertThat(Words.quote("a".repeat(80))).isEqualTo("'" + "a".repeat(80) + "'");
        assertThat(Words.quote("a".repeat(81))).isEqualTo("'" + "a".repeat(80) + "…'");
    }
}
