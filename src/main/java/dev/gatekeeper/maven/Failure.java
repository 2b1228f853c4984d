package dev.gatekeeper.maven;

import dev.gatekeeper.report.Escape;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** How what nobody foresaw ends a build. */
final class Failure {

    private Failure() {}

    /** Without its cause, whose message Maven would print as it is. */
    static MojoExecutionException unexpected(Throwable problem) {
        return new MojoExecutionException(
                "Gatekeeper cannot decide: an unexpected failure, " + Escape.line(problem.toString()));
    }

    /** The lines of its stack trace, for a debug log. */
    static Stream<String> trace(Throwable problem) {
        return Stream.of(problem.getStackTrace()).map(frame -> "    at " + frame);
    }
}
