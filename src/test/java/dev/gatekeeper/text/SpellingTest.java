package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "skip, skip, 0",
        "Skip, sKIP, 0",
        "skp, skip, 1",
        "skipp, skip, 1",
        "slip, skip, 1",
        "'', skip, 4",
        "tagret, target, 2"
    })
    void countsEdits(String one, String other, int edits) {
        assertThat(Spelling.distance(one, other)).isEqualTo(edits);
        assertThat(Spelling.distance(other, one)).isEqualTo(edits);
    }

    @Test
    void findsTheNearest() {
        assertThat(Spelling.nearest("reccord", Stream.of("head", "record", "repository")))
                .isEqualTo("record");
    }
}
