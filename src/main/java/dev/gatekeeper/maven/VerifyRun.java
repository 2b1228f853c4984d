package dev.gatekeeper.maven;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.report.ConsoleReport;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.report.RecordWriter;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Judges the change and writes the verdict record. */
final class VerifyRun extends GoalRun<Judgement> {

    private final Invocation invocation;
    private final Optional<Path> record;
    private final Optional<String> skip;

    /**
     * @param record where the verdict record goes; empty where its parameter is unusable
     * @param skip why nothing is judged, where it is so
     */
    VerifyRun(Invocation invocation, Optional<Path> record, Optional<String> skip, Log log) {
        super(log);
        this.invocation = invocation;
        this.record = record;
        this.skip = skip;
    }

    @Override
    Outcome<Judgement> ask() {
        return skip.isPresent()
                ? new Outcome.Skipped<>(Facts.none(invocation.request().run()), skip.get())
                : invocation.outcome(Gatekeeper::judge);
    }

    @Override
    void write(Outcome<Judgement> outcome) {
        if (record.isPresent()) {
            RecordWriter.write(record.get(), invocation.untrusted(), outcome);
        }
    }

    @Override
    Optional<Path> record() {
        return record;
    }

    @Override
    List<Line> lines(Facts facts, Judgement judgement, Optional<Path> written) {
        return ConsoleReport.lines(facts, judgement, written);
    }

    @Override
    boolean isGood(Judgement judgement) {
        return judgement.verdict() == Verdict.PASSED;
    }

    @Override
    Optional<String> failure(Judgement judgement) {
        return judgement.letsThrough() ? Optional.empty() : Optional.of(ConsoleReport.failure(judgement));
    }
}
