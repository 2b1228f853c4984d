package dev.gatekeeper.maven;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.report.ConsoleReport;
import dev.gatekeeper.report.Escape;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** How an outcome that doesn't let the build through ends it. */
final class Failure {

    private Failure() {}

    static void unlessLetThrough(Outcome outcome) throws MojoFailureException, MojoExecutionException {
        if (outcome.letsThrough()) {
            return;
        }
        if (outcome instanceof Outcome.Decided) {
            throw new MojoFailureException(ConsoleReport.failure(outcome));
        }
        throw new MojoExecutionException(ConsoleReport.failure(outcome));
    }

    /** What nobody foresaw; without its cause, whose message Maven would print as it is. */
    static MojoExecutionException unexpected(Throwable problem) {
        return new MojoExecutionException(
                "Gatekeeper cannot decide: an unexpected failure, " + Escape.line(problem.toString()));
    }

    /** The lines of its stack trace, for a debug log. */
    static Stream<String> trace(Throwable problem) {
        return Stream.of(problem.getStackTrace()).map(frame -> "    at " + frame);
    }
}
