package dev.gatekeeper.maven;

import dev.gatekeeper.AuditProgress;
import dev.gatekeeper.AuditRequest;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Request;
import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.audit.AuditedChange;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.report.AuditReport;
import dev.gatekeeper.report.AuditWriter;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.verdict.Judgement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Judges again what entered a branch, and writes down what it finds. */
final class AuditRun extends GoalRun<Audit> {

    /** How often it says how far it is. */
    private static final Duration PACE = Duration.ofSeconds(5);

    private final Invocation invocation;
    private final Optional<String> since;
    private final boolean joined;
    private final Optional<InputFile> accepted;
    private final Path output;
    private final Log log;
    private Optional<AuditWriter> writer = Optional.empty();

    /** @param output the folder of the reports, absolute */
    AuditRun(
            Invocation invocation,
            Optional<String> since,
            boolean joined,
            Optional<InputFile> accepted,
            Path output,
            Log log) {
        super(log);
        this.invocation = invocation;
        this.since = since;
        this.joined = joined;
        this.accepted = accepted;
        this.output = output;
        this.log = log;
    }

    @Override
    Outcome<Audit> ask() {
        return invocation.outcome(this::audit);
    }

    private Outcome<Audit> audit(Request request) {
        try {
            AuditWriter opened = AuditWriter.open(output, invocation.untrusted());
            writer = Optional.of(opened);
            return Gatekeeper.audit(new AuditRequest(request, since, joined, accepted), new Recorder(opened));
        } catch (CannotDecideException e) {
            return new Outcome.Undecided<>(Facts.none(request.run()), e.code(), e.problem(), e.remedy());
        }
    }

    /** Writes down what is found, and says now and then how far that is. */
    private final class Recorder implements AuditProgress {

        private final AuditWriter records;
        private long next = System.nanoTime() + PACE.toNanos();

        Recorder(AuditWriter records) {
            this.records = records;
        }

        @Override
        public void judged(AuditedChange change, Outcome<Judgement> outcome, int done, int of) {
            records.record(outcome);
            if (System.nanoTime() - next > 0) {
                log.info(AuditReport.progress(done, of).text());
                next = System.nanoTime() + PACE.toNanos();
            }
        }
    }

    @Override
    void write(Outcome<Audit> outcome) {
        if (writer.isPresent()) {
            try (AuditWriter opened = writer.get()) {
                if (outcome instanceof Outcome.Reached<Audit> reached) {
                    opened.write(reached.facts(), reached.result());
                }
            }
        }
    }

    @Override
    List<Line> lines(Facts facts, Audit audit, Optional<Path> record) {
        return AuditReport.lines(facts, audit, output);
    }

    @Override
    boolean isGood(Audit audit) {
        return !audit.fails();
    }

    @Override
    Optional<String> failure(Audit audit) {
        return audit.fails() ? Optional.of(AuditReport.failure(audit)) : Optional.empty();
    }
}
