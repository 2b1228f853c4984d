package dev.gatekeeper.testing;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.report.ConsoleReport;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.verdict.Judgement;
import java.util.List;
import java.util.Optional;

/** What came of a run, for a test that knows which it has to be. */
public final class Results {

    private Results() {}

    /** The result of a run that came to one. */
    public static <T> T reached(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Reached<T> reached) {
            return reached.result();
        }
        throw new AssertionError(outcome);
    }

    /** A run that could not decide. */
    public static <T> Outcome.Undecided<T> undecided(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Undecided<T> undecided) {
            return undecided;
        }
        throw new AssertionError(outcome);
    }

    /** {@code PASSED}, {@code BLOCKED} or {@code UNDECIDED}. */
    public static String word(Outcome<Judgement> outcome) {
        return outcome instanceof Outcome.Reached<Judgement> reached
                ? reached.result().verdict().name()
                : "UNDECIDED";
    }

    /** The message that the build fails with; empty where it goes on. */
    public static Optional<String> failure(Outcome<Judgement> outcome) {
        if (outcome instanceof Outcome.Reached<Judgement> reached) {
            return reached.result().letsThrough()
                    ? Optional.empty()
                    : Optional.of(ConsoleReport.failure(reached.result()));
        }
        return Optional.of(ConsoleReport.failure((Outcome.Undecided<Judgement>) outcome));
    }

    /** What the log shows of a judged change. */
    public static List<Line> lines(Outcome<Judgement> outcome) {
        return outcome instanceof Outcome.Reached<Judgement> reached
                ? ConsoleReport.lines(reached.facts(), reached.result(), Optional.empty())
                : ConsoleReport.lines((Outcome.Undecided<Judgement>) outcome, Optional.empty());
    }
}
