package dev.gatekeeper.maven;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Run;
import dev.gatekeeper.Trust;
import dev.gatekeeper.metrics.RecordSummary;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.report.MetricsReport;
import dev.gatekeeper.report.ReportWriter;
import dev.gatekeeper.text.UndecidedCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Adds up verdict records, and writes what comes of it. */
final class ReportRun extends GoalRun<RecordSummary> {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Trust TRUST = new Trust(false, "it counts what records say, and proves none of them");

    private final Parameters parameters;
    private final MavenRun maven;
    private final Log log;
    private long shown = System.nanoTime();

    ReportRun(Parameters parameters, MavenRun maven, Log log) {
        super(log);
        this.parameters = parameters;
        this.maven = maven;
        this.log = log;
    }

    @Override
    Outcome<RecordSummary> ask() {
        Run run = new Run(RequestFactory.version(), TRUST, maven.started(), Optional.empty(), Optional.empty(), false);
        Optional<UsageProblem> problem = parameters.problem();
        Optional<Path> records = parameters.path(ParameterName.RECORDS, maven.folder());
        if (problem.isEmpty() && records.isEmpty()) {
            problem = Optional.of(new UsageProblem(
                    UndecidedCode.PARAMETER_MISSING,
                    "gatekeeper.records isn't given, so there is nothing to report on",
                    "Name the folder that the verdict records lie in: -Dgatekeeper.records=FOLDER"));
        }
        return problem.isPresent()
                ? problem.get().about(run)
                : Gatekeeper.summarize(run, records.orElseThrow(), this::progress);
    }

    /** At most one line in a few seconds. */
    private void progress(long read, long bytes) {
        long now = System.nanoTime();
        if (now - shown >= BETWEEN_LINES.toNanos()) {
            shown = now;
            log.info(MetricsReport.progress(read, bytes));
        }
    }

    @Override
    void write(Outcome<RecordSummary> outcome) {
        if (outcome instanceof Outcome.Reached<RecordSummary> reached) {
            ReportWriter.write(output(), List.of(maven.folder()), reached.result());
        }
    }

    private Path output() {
        return parameters
                .path(ParameterName.OUTPUT, maven.folder())
                .orElse(maven.folder().resolve("target").resolve("gatekeeper"));
    }

    @Override
    List<Line> lines(Facts facts, RecordSummary summary, Optional<Path> record) {
        return MetricsReport.lines(facts, summary, output(), maven.folder());
    }

    @Override
    boolean isGood(RecordSummary summary) {
        return failure(summary).isEmpty();
    }

    @Override
    Optional<String> failure(RecordSummary summary) {
        return summary.unreadable() > 0 && parameters.flag(ParameterName.STRICT)
                ? Optional.of(MetricsReport.failure(summary))
                : Optional.empty();
    }
}
