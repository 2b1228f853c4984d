package dev.gatekeeper.maven;

import dev.gatekeeper.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.maven.plugin.MojoExecutionException;

/** The memory of a build, so that a goal bound in many modules judges once; safe under parallel modules. */
// Concrete and without @Named: Maven before 3.9.1 doesn't find named implementations in Java 17 classes.
@Singleton
final class BuildCache {

    private final ConcurrentMap<Invocation, FutureTask<Optional<Outcome>>> runs = new ConcurrentHashMap<>();
    private final Set<Said> said = ConcurrentHashMap.newKeySet();

    @Inject
    BuildCache() {}

    private record Said(Instant started, String text) {}

    /** What {@code run} came to, for the first that asks; the others wait for it and take the same. */
    Optional<Outcome> take(Invocation asked, Callable<Optional<Outcome>> run) throws MojoExecutionException {
        forgetBefore(asked.started());
        FutureTask<Optional<Outcome>> mine = new FutureTask<>(run);
        FutureTask<Optional<Outcome>> first = runs.computeIfAbsent(asked, key -> mine);
        if (first == mine) {
            mine.run();
        }
        try {
            return first.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Gatekeeper cannot decide: the build was interrupted");
        } catch (ExecutionException e) {
            throw Failure.unexpected(Optional.ofNullable(e.getCause()).orElse(e));
        }
    }

    /** Says {@code text}, unless this build has said it. */
    void say(Instant started, String text, Consumer<String> log) {
        if (said.add(new Said(started, text))) {
            log.accept(text);
        }
    }

    /** A Maven daemon runs many builds in one process. */
    private void forgetBefore(Instant started) {
        runs.keySet().removeIf(asked -> asked.started().isBefore(started));
        said.removeIf(earlier -> earlier.started().isBefore(started));
    }
}
