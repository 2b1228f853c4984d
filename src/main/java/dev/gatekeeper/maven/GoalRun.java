package dev.gatekeeper.maven;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.report.ConsoleReport;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.report.SkippedReport;
import dev.gatekeeper.text.CannotDecideException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * One run of a goal, of the same shape for all: it asks the engine, writes its files, prints, and says how the build ends.
 *
 * @param <T> what the goal asks the engine for
 */
abstract class GoalRun<T> {

    private final Log log;

    GoalRun(Log log) {
        this.log = log;
    }

    /** Asks the engine. */
    abstract Outcome<T> ask();

    /**
     * Writes the goal's files, if it has any.
     *
     * @throws CannotDecideException when that is not possible: nobody could tell later what was found, so nothing is
     */
    abstract void write(Outcome<T> outcome);

    /** What a result prints; the record lies at {@code record}, if anywhere. */
    abstract List<Line> lines(Facts facts, T result, Optional<Path> record);

    /** Where {@link #write} writes the verdict record, if anywhere. */
    Optional<Path> record() {
        return Optional.empty();
    }

    /** Whether the result is what everybody hopes for, which nobody must read where it could not be written down. */
    abstract boolean isGood(T result);

    /** The message by which the build fails for a result; empty where it goes on. */
    abstract Optional<String> failure(T result);

    final Ending run() {
        Outcome<T> outcome = ask();
        Optional<Path> written = Optional.empty();
        try {
            write(outcome);
            written = record();
        } catch (CannotDecideException e) {
            if (!isGood(outcome)) {
                print(outcome, Optional.empty());
            }
            outcome = new Outcome.Undecided<>(outcome.facts(), e.code(), e.problem(), e.remedy());
        }
        print(outcome, written);
        return ending(outcome);
    }

    private boolean isGood(Outcome<T> outcome) {
        return outcome instanceof Outcome.Skipped
                || (outcome instanceof Outcome.Reached<T> reached && isGood(reached.result()));
    }

    private Ending ending(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Reached<T> reached) {
            return new Ending(failure(reached.result()), Optional.empty());
        }
        if (outcome instanceof Outcome.Skipped) {
            return Ending.GOOD;
        }
        Outcome.Undecided<T> undecided = (Outcome.Undecided<T>) outcome;
        return new Ending(Optional.empty(), Optional.of(ConsoleReport.failure(undecided)));
    }

    private List<Line> lines(Outcome<T> outcome, Optional<Path> record) {
        if (outcome instanceof Outcome.Reached<T> reached) {
            return lines(reached.facts(), reached.result(), record);
        }
        return outcome instanceof Outcome.Skipped<T> skipped
                ? SkippedReport.lines(skipped, record)
                : ConsoleReport.lines((Outcome.Undecided<T>) outcome, record);
    }

    private void print(Outcome<T> outcome, Optional<Path> record) {
        for (Line line : lines(outcome, record)) {
            switch (line.severity()) {
                case INFO -> log.info(line.text());
                case WARNING -> log.warn(line.text());
                case ERROR -> log.error(line.text());
            }
        }
    }
}
