package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.git.BoundedDiff.Budget;
import dev.gatekeeper.git.BoundedDiff.SpentException;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.junit.jupiter.api.Test;

class BoundedDiffTest {

    /** More than histogram itself takes, of one line: an edit at each end. */
    private static final String BEFORE = "first\n" + "}\n".repeat(100) + "last\n";

    private static final String AFTER = "1st\n" + "}\n".repeat(100) + "final\n";

    @Test
    void comparesAsJGitDoes() {
        Budget budget = new Budget(100_000, 100_000);
        for (String[] texts :
                new String[][] {{BEFORE, AFTER}, {numbered("a", 50), AFTER}, {"a\nb\nc\n", "c\na\nb\n"}}) {
            assertThat(diff(BoundedDiff.histogram(budget), budget, texts[0], texts[1]))
                    .isEqualTo(new HistogramDiff().diff(RawTextComparator.DEFAULT, text(texts[0]), text(texts[1])));
            assertThat(diff(BoundedDiff.myers(budget), budget, texts[0], texts[1]))
                    .isEqualTo(MyersDiff.INSTANCE.diff(RawTextComparator.DEFAULT, text(texts[0]), text(texts[1])));
        }
    }

    @Test
    void takesLittleWhereLittleDiffers() {
        Budget budget = new Budget(2_000, 2_000);
        assertThat(diff(BoundedDiff.histogram(budget), budget, BEFORE, AFTER)).hasSize(2);
        assertThat(diff(BoundedDiff.myers(budget), budget, BEFORE, AFTER)).hasSize(2);
    }

    @Test
    void givesUpWhereNothingIsTheSame() {
        Budget budget = new Budget(2_000, 1_000_000);
        assertThatThrownBy(() -> diff(BoundedDiff.myers(budget), budget, numbered("a", 100), numbered("b", 100)))
                .isInstanceOf(SpentException.class);
    }

    /** Of two of these lines JGit makes one hash, so it compares all their bytes. */
    @Test
    void countsLongLinesOfOneHash() {
        String one = colliding("aB", "b!") + colliding("aB", "aB");
        String other = colliding("b!", "aB") + colliding("b!", "b!");
        Budget budget = new Budget(1_000, 1_000_000);
        assertThatThrownBy(() -> diff(BoundedDiff.histogram(budget), budget, one, other))
                .isInstanceOf(SpentException.class);
    }

    @Test
    void goesOnToAnotherFileUntilAllIsSpent() {
        Budget budget = new Budget(1_000, 2_500);
        for (boolean left : new boolean[] {true, true, true, false}) {
            assertThat(budget.next()).isEqualTo(left);
            assertThatThrownBy(() -> diff(BoundedDiff.myers(budget), budget, numbered("a", 100), numbered("b", 100)))
                    .isInstanceOf(SpentException.class);
        }
    }

    private static String colliding(String one, String other) {
        return "x".repeat(10_000) + one + other + "\n";
    }

    private static String numbered(String name, int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(name).append(i).append('\n');
        }
        return text.toString();
    }

    private static EditList diff(DiffAlgorithm algorithm, Budget budget, String one, String other) {
        return algorithm.diff(BoundedDiff.lines(budget), text(one), text(other));
    }

    private static RawText text(String text) {
        return new RawText(text.getBytes(UTF_8));
    }
}
