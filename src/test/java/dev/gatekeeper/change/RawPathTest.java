package dev.gatekeeper.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawPathTest {

    private static final RawPath ONE = RawPath.ofBytes(new byte[] {'c', (byte) 0xe9});
    private static final RawPath OTHER = RawPath.ofBytes(new byte[] {'c', (byte) 0xe8});

    /** What is not UTF-8 prints as one and the same character. */
    @Test
    void isComparedByItsBytes() {
        assertThat(ONE.text()).isEqualTo(OTHER.text()).isEqualTo("c\ufffd");
        assertThat(ONE).isNotEqualTo(OTHER).isEqualTo(new RawPath("c\u00e9")).hasSameHashCodeAs(new RawPath("c\u00e9"));
        assertThat(RawPath.of("caf\u00e9")).isNotEqualTo(RawPath.of("cafe\u0301"));
        assertThat(RawPath.of("c\ufffd")).isNotEqualTo(ONE);
    }

    /** As git orders: unsigned, so that bytes beyond ASCII come last. */
    @Test
    void isOrderedByItsBytes() {
        assertThat(ONE).isGreaterThan(OTHER).isGreaterThan(RawPath.of("cz"));
        assertThat(RawPath.of("a/b")).isLessThan(RawPath.of("a0")).isGreaterThan(RawPath.of("a-b"));
    }

    @Test
    void isShownSoThatItCanBeToldApart() {
        assertThat(ONE.display()).isEqualTo("c\\xE9");
        assertThat(ONE).hasToString("c\\xE9");
        assertThat(ONE.isUtf8()).isFalse();
        assertThat(RawPath.of("caf\u00e9").display()).isEqualTo("caf\u00e9");
        assertThat(RawPath.of("caf\u00e9").isUtf8()).isTrue();
    }

    @Test
    void noTwoPathsAreShownAlike() {
        assertThat(RawPath.of("c\\xE9").display()).isEqualTo("c\\\\xE9");
        assertThat(RawPath.of("a\\b").display()).isEqualTo("a\\b");
        assertThat(RawPath.of("by\\x2dlabel\\\\x").display()).isEqualTo("by\\x2dlabel\\\\x");
        Map<String, RawPath> shown = new HashMap<>();
        String[] units = {"\\", "x", "E9", "\u00e9", "\u00c3\u00a9", "\\xE9", "\\\\"};
        for (String a : units) {
            for (String b : units) {
                for (String c : units) {
                    for (String d : units) {
                        RawPath path = new RawPath(a + b + c + d);
                        assertThat(shown.computeIfAbsent(path.display(), any -> path))
                                .isEqualTo(path);
                    }
                }
            }
        }
    }

    @Test
    void knowsWhereItLies() {
        RawPath file = RawPath.of("src/auth/T.java");
        assertThat(file.depth()).isEqualTo(2);
        assertThat(file.upTo(1)).isEqualTo(RawPath.of("src"));
        assertThat(file.upTo(2)).isEqualTo(RawPath.of("src/auth"));
        assertThat(file.upTo(3)).isEqualTo(file);
        assertThat(RawPath.of("T").upTo(1)).isEqualTo(RawPath.of("T"));
        assertThat(file.parent()).contains(RawPath.of("src/auth"));
        assertThat(RawPath.of("T").parent()).isEmpty();
        assertThat(file.name()).isEqualTo("T.java");
        assertThat(RawPath.of("a/").name()).isEmpty();
        assertThat(file.isBelow(RawPath.of("src"))).isTrue();
        assertThat(file.isBelow(RawPath.of("src/au"))).isFalse();
        assertThat(file.isBelow(file)).isFalse();
        assertThat(RawPath.of("src").isBelow(file)).isFalse();
    }

    @Test
    void isNeverEmptyAndHoldsBytesOnly() {
        assertThatThrownBy(() -> new RawPath("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RawPath("a\u0100")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new RawPath("\u00ff").toBytes()).containsExactly(0xff);
    }
}
