package dev.gatekeeper.testing;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.report.ConsoleReport;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.verdict.Judgement;
import java.util.List;

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

    /** What the log shows of a judged change. */
    public static List<Line> lines(Outcome<Judgement> outcome) {
        return outcome instanceof Outcome.Reached<Judgement> reached
                ? ConsoleReport.lines(reached.facts(), reached.result())
                : ConsoleReport.lines((Outcome.Undecided<Judgement>) outcome);
    }
}
