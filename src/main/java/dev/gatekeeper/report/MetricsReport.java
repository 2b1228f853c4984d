package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Trust;
import dev.gatekeeper.metrics.Damage;
import dev.gatekeeper.metrics.RecordSummary;
import dev.gatekeeper.report.Line.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** What {@code report} prints. */
public final class MetricsReport {

    private MetricsReport() {}

    /**
     * The lines for Maven's log, escaped.
     *
     * @param output the folder of the reports
     * @param started the folder Maven was started for
     */
    public static List<Line> lines(Facts facts, RecordSummary summary, Path output, Path started) {
        List<Line> lines = new ArrayList<>();
        for (Damage one : summary.damaged()) {
            lines.add(new Line(Severity.WARNING, Escape.path(one.place()) + "  " + Escape.line(one.reason())));
        }
        long left = summary.unreadable() - summary.damaged().size();
        if (left > 0) {
            lines.add(new Line(Severity.WARNING, left + " more that can't be read as verdict records."));
        }
        lines.add(info(counts(summary)));
        lines.add(info(MetricsPage.headline(summary.metrics().all())));
        if (liesBelowTarget(output.startsWith(started) ? started.relativize(output) : output)) {
            lines.add(new Line(
                    Severity.WARNING,
                    "The save log lies below a folder 'target', which mvn clean deletes, with all that people have written"
                            + " into it; give it another place: -Dgatekeeper.output=FOLDER"));
        }
        lines.add(info("Reports: " + Escape.line(output.toString()) + ": metrics.md, metrics.json, save-log.md"));
        Trust trust = facts.run().trust();
        lines.add(info("This run is " + trust.word() + ": " + Escape.line(trust.reason())));
        return List.copyOf(lines);
    }

    /** The message by which the build fails where nothing may be damaged. */
    public static String failure(RecordSummary summary) {
        return "Gatekeeper can't read %s as verdict records, and gatekeeper.strict is 'true'; the log names them"
                .formatted(count(summary.unreadable(), "file or line", "files or lines"));
    }

    /** How far reading has come. */
    public static String progress(long records, long bytes) {
        return String.format(Locale.ROOT, "Read %,d records (%,d MB) …", records, bytes / 1_000_000);
    }

    private static String counts(RecordSummary summary) {
        List<String> parts = new ArrayList<>();
        summary.metrics().leftOut().forEach((why, count) -> {
            if (count > 0) {
                parts.add(why.words() + " (" + count + ")");
            }
        });
        return count(summary.records(), "record", "records") + " read"
                + (parts.isEmpty() ? "." : "; counted beside: " + String.join(", ", parts) + ".");
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static boolean liesBelowTarget(Path output) {
        return StreamSupport.stream(output.spliterator(), false)
                .anyMatch(name -> name.toString().equals("target"));
    }

    private static Line info(String text) {
        return new Line(Severity.INFO, text);
    }
}
