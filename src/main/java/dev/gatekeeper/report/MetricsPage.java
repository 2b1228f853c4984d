package dev.gatekeeper.report;

import dev.gatekeeper.metrics.Damage;
import dev.gatekeeper.metrics.LeftOut;
import dev.gatekeeper.metrics.Measure;
import dev.gatekeeper.metrics.Metrics;
import dev.gatekeeper.metrics.RecordSummary;
import dev.gatekeeper.metrics.Week;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The metrics as a page of Markdown, for people: the headline first, one number and one sentence, and what is internal last. */
final class MetricsPage {

    /** Two years. */
    private static final int MOST_WEEKS = 104;

    /** Weeks without changes are shown between others, but not for years: one wrong clock would push all others off the page. */
    private static final int LONGEST_GAP = 52;

    private static final int MOST_REPOSITORIES = 100;
    private static final Measure NONE = new Measure(0, 0, 0, 0, OptionalDouble.empty());

    private final StringBuilder page = new StringBuilder();

    private MetricsPage() {}

    /** A week of the page. */
    private record Row(String week, Measure measure) {}

    /** The page, with {@code \n} as line break and at its end. */
    static String render(RecordSummary summary) {
        MetricsPage metrics = new MetricsPage();
        List<Row> rows = rows(summary.metrics());
        metrics.headline(summary.metrics(), rows);
        metrics.internal(summary.metrics(), rows);
        metrics.leftOut(summary);
        return metrics.page.toString();
    }

    /** One number, one sentence. */
    static String headline(Measure all) {
        return all.changes() == 0
                ? "No change has been recorded yet."
                : percent(all)
                        + " of all changes were stopped at least once because their author had not answered for them in full: "
                        + count(all.blockedForIncompleteContract()) + " of " + count(all.changes()) + ".";
    }

    private static List<Row> rows(Metrics metrics) {
        List<Row> rows = new ArrayList<>();
        Optional<Week> before = Optional.empty();
        for (Map.Entry<Week, Measure> one : metrics.weeks().entrySet()) {
            Week week = one.getKey();
            if (before.isPresent() && ChronoUnit.WEEKS.between(before.get().monday(), week.monday()) <= LONGEST_GAP) {
                for (Week gap = before.get().next(); gap.compareTo(week) < 0; gap = gap.next()) {
                    rows.add(new Row(gap.toString(), NONE));
                }
            }
            rows.add(new Row(week.toString(), one.getValue()));
            before = Optional.of(week);
        }
        return rows.subList(Math.max(0, rows.size() - MOST_WEEKS), rows.size());
    }

    private void headline(Metrics metrics, List<Row> rows) {
        Measure all = metrics.all();
        line("# Gatekeeper: changes with an incomplete contract");
        line("");
        line(headline(all).replaceFirst("^(.* %)", "**$1**"));
        if (all.changes() == 0) {
            return;
        }
        line("");
        List<WeekChart.Bar> bars = new ArrayList<>();
        for (Row row : rows) {
            bars.add(new WeekChart.Bar(
                    row.week(),
                    100 * row.measure().incompleteContractBlockRate().orElse(0)));
        }
        WeekChart.lines(bars).forEach(this::line);
        line("");
        line("| week | changes | stopped for an incomplete contract | rate |");
        line("| --- | ---: | ---: | ---: |");
        for (Row row : rows) {
            Measure measure = row.measure();
            line("| " + row.week() + " | " + count(measure.changes()) + " | "
                    + count(measure.blockedForIncompleteContract()) + " | " + percent(measure) + " |");
        }
        line("");
        line(
                "A change belongs to the week (ISO 8601, UTC) of its first record. The rate is `incomplete_contract_block_rate`."
                        + (rows.size() < MOST_WEEKS
                                ? ""
                                : " These are the last " + MOST_WEEKS + " weeks; metrics.json has all."));
    }

    private void internal(Metrics metrics, List<Row> rows) {
        if (metrics.all().changes() == 0) {
            return;
        }
        line("");
        line("## Supporting metrics (internal)");
        line("");
        line(
                "For those who run the gate, and not for the public: what became of RED changes, which a human has to answer for.");
        line("");
        line(
                "| week | escalated (`red_escalation_count`) | of these unanswered | hours to the answer (`median_red_review_time_hours`) |");
        line("| --- | ---: | ---: | ---: |");
        line("| all | " + review(metrics.all()));
        rows.forEach(row -> line("| " + row.week() + " | " + review(row.measure())));
        line("");
        line("| repository | changes | stopped for an incomplete contract | rate | escalated | of these unanswered |"
                + " hours to the answer |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        List<Metrics.OfRepository> repositories = metrics.repositories();
        for (Metrics.OfRepository one : repositories.subList(0, Math.min(MOST_REPOSITORIES, repositories.size()))) {
            Measure measure = one.measure();
            line("| " + one.repository().map(Escape::prose).orElse("(no name)") + " | " + count(measure.changes())
                    + " | "
                    + count(measure.blockedForIncompleteContract()) + " | " + percent(measure) + " | "
                    + review(measure));
        }
        if (repositories.size() > MOST_REPOSITORIES) {
            line("");
            line(repositories.size() - MOST_REPOSITORIES + " more repositories; metrics.json has all.");
        }
    }

    private static String review(Measure measure) {
        OptionalDouble hours = measure.medianRedReviewTimeHours();
        return count(measure.redEscalationCount()) + " | " + count(measure.redReviewsOpen()) + " | "
                + (hours.isPresent() ? String.format(Locale.ROOT, "%,.1f", hours.getAsDouble()) : "–") + " |";
    }

    private void leftOut(RecordSummary summary) {
        line("");
        line("## Counted beside (internal)");
        line("");
        line("Of " + count(summary.records()) + " records, these are in no figure above:");
        line("");
        line("| records | why |");
        line("| ---: | --- |");
        for (Map.Entry<LeftOut, Long> one : summary.metrics().leftOut().entrySet()) {
            line("| " + count(one.getValue()) + " | " + one.getKey().words() + " (`"
                    + one.getKey().key() + "`) |");
        }
        if (!summary.damaged().isEmpty()) {
            line("");
            for (Damage one : summary.damaged()) {
                line("- " + Escape.code(one.place()) + ": " + Escape.prose(one.reason()));
            }
            long left = summary.unreadable() - summary.damaged().size();
            if (left > 0) {
                line("- and " + count(left) + " more");
            }
        }
    }

    private static String percent(Measure measure) {
        OptionalDouble rate = measure.incompleteContractBlockRate();
        if (rate.isEmpty()) {
            return "–";
        }
        // Neither none nor all, though it rounds to that.
        double shown = measure.blockedForIncompleteContract() == 0
                        || measure.blockedForIncompleteContract() == measure.changes()
                ? rate.getAsDouble()
                : Math.min(0.999, Math.max(0.001, rate.getAsDouble()));
        return String.format(Locale.ROOT, "%.1f %%", 100 * shown);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
