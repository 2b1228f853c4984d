package dev.gatekeeper.maven;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.report.ConsoleReport;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.report.RecordWriter;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.verdict.Verdict;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.maven.plugin.logging.Log;

/** The one run of a build: judges, writes the record and prints. Its result is empty when it is skipped. */
record VerifyRun(Invocation asked, Log log) implements Callable<Optional<Outcome>> {

    @Override
    public Optional<Outcome> call() {
        if (asked.skip()) {
            log.warn("gatekeeper.skip is 'true': this change is not judged");
            return Optional.empty();
        }
        Outcome outcome = asked.complaint().isPresent()
                ? asked.complaint().get().about(asked.request())
                : Gatekeeper.judge(asked.request());
        Optional<Outcome> unwritten = write(outcome);
        if (unwritten.isEmpty()) {
            print(outcome);
            return Optional.of(outcome);
        }
        if (!isPassed(outcome)) {
            print(outcome);
        }
        print(unwritten.get());
        return unwritten;
    }

    /** Writes the record; where that fails, nobody could tell later what was decided, so nothing is. */
    private Optional<Outcome> write(Outcome outcome) {
        try {
            if (asked.record().isPresent()) {
                RecordWriter.write(asked.record().get(), asked.untrusted(), outcome);
            }
            return Optional.empty();
        } catch (CannotDecideException e) {
            return Optional.of(new Outcome.Undecided(outcome.facts(), e.problem(), e.remedy()));
        }
    }

    private static boolean isPassed(Outcome outcome) {
        return outcome instanceof Outcome.Decided decided && decided.judgement().verdict() == Verdict.PASSED;
    }

    private void print(Outcome outcome) {
        for (Line line : ConsoleReport.lines(outcome)) {
            print(log, line);
        }
    }

    static void print(Log log, Line line) {
        switch (line.severity()) {
            case INFO -> log.info(line.text());
            case WARNING -> log.warn(line.text());
            case ERROR -> log.error(line.text());
        }
    }
}
