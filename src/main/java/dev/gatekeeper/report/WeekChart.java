package dev.gatekeeper.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bar chart of the headline by week, as Mermaid draws it where Markdown is read.
 *
 * <p>Mermaid draws bars of equal labels one over the other, a blank label being equal to any other, and labels of neighbours through each
 * other. So a few bars are labelled, and the others by characters that have no width, differently each. The axis begins at zero: left
 * to itself, Mermaid would begin at the smallest value. The picture was looked at with Mermaid 10.9.5, 11.0.0 and 12.3.0.
 */
final class WeekChart {

    private static final int MOST_LABELS = 6;
    private static final int BITS = 10;

    /** A zero-width space and a zero-width non-joiner, as Mermaid writes characters. */
    private static final List<String> UNSEEN = List.of("#8203;", "#8204;");

    private static final int[] TOPS = {1, 2, 5, 10, 20, 50, 100};

    private WeekChart() {}

    /**
     * A bar.
     *
     * @param week its label, such as {@code 2026-W47}
     * @param percent from 0 to 100
     */
    record Bar(String week, double percent) {}

    /** The lines of a code block of Markdown; at least one bar. */
    static List<String> lines(List<Bar> bars) {
        List<String> labels = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int step = (bars.size() + MOST_LABELS - 1) / MOST_LABELS;
        double highest = 0;
        for (int at = 0; at < bars.size(); at++) {
            Bar bar = bars.get(at);
            labels.add('"' + (at % step == 0 ? bar.week() : unseen(at)) + '"');
            // Never with an exponent, which Mermaid can't read.
            values.add(String.format(Locale.ROOT, "%.2f", bar.percent()));
            highest = Math.max(highest, bar.percent());
        }
        return List.of(
                "```mermaid",
                "%%{init: {\"themeVariables\": {\"xyChart\": {\"plotColorPalette\": \"#1f6feb\"}}}}%%",
                "xychart-beta",
                "    title \"Changes blocked for an incomplete contract, in percent\"",
                "    x-axis [" + String.join(", ", labels) + "]",
                "    y-axis \"percent of the week's changes\" 0 --> " + top(highest),
                "    bar [" + String.join(", ", values) + "]",
                "```");
    }

    private static String unseen(int number) {
        StringBuilder label = new StringBuilder();
        for (int bit = 0; bit < BITS; bit++) {
            label.append(UNSEEN.get(number >> bit & 1));
        }
        return label.toString();
    }

    /** What is beyond the axis would leave the picture. */
    private static int top(double highest) {
        for (int top : TOPS) {
            if (highest <= top) {
                return top;
            }
        }
        return 100;
    }
}
