package dev.gatekeeper.text;

import java.text.Normalizer.Form;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferentialTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_122})
    @DisplayName("any sequence of characters has the folded and the normal forms that ICU4J gives it")
    void agreesWithIcu(long seed) {
        RandomText random = new RandomText(seed);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            String text = random.next();
            check(text);
            all.append(text);
        }
        check(all.toString());
    }

    private static void check(String text) {
        FoldingTest.check(text);
        for (Form form : Form.values()) {
            NormalFormTest.check(text, form);
        }
    }
}
