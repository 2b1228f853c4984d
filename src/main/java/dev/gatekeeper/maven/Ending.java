package dev.gatekeeper.maven;

import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * How a run ends its build.
 *
 * @param failure why the build fails, where what it asked for is not good
 * @param undecided why the build fails, where nothing could be decided
 */
record Ending(Optional<String> failure, Optional<String> undecided) {

    /** The build goes on. */
    static final Ending GOOD = new Ending(Optional.empty(), Optional.empty());

    void end() throws MojoFailureException, MojoExecutionException {
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
        if (undecided.isPresent()) {
            throw new MojoExecutionException(undecided.get());
        }
    }
}
