package dev.gatekeeper.maven;

import java.nio.file.Path;
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

    private final ConcurrentMap<Key, FutureTask<Ending>> runs = new ConcurrentHashMap<>();
    private final Set<Said> said = ConcurrentHashMap.newKeySet();

    @Inject
    BuildCache() {}

    /**
     * What tells one run of a build from another.
     *
     * @param file where it writes
     * @param skip why it judges nothing, where it is so
     */
    record Key(Invocation invocation, Optional<Path> file, Optional<String> skip) {

        /** One build asks for one thing, as a rule; a record's own hash is linked by method handles, which costs 50 ms once. */
        @Override
        public int hashCode() {
            return invocation.started().hashCode();
        }
    }

    private record Said(Instant started, String text) {}

    /** How {@code run} ended, for the first that asks; the others wait for it and end the same way. */
    Ending take(Key key, Callable<Ending> run) throws MojoExecutionException {
        forgetBefore(key.invocation().started());
        FutureTask<Ending> mine = new FutureTask<>(run);
        FutureTask<Ending> earlier = runs.putIfAbsent(key, mine);
        FutureTask<Ending> first = earlier == null ? mine : earlier;
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

    /** A Maven daemon runs many builds in one process; in any other there is nothing to forget, and no lambda to link for it. */
    private void forgetBefore(Instant started) {
        if (!runs.isEmpty()) {
            runs.keySet().removeIf(key -> key.invocation().started().isBefore(started));
        }
        if (!said.isEmpty()) {
            said.removeIf(earlier -> earlier.started().isBefore(started));
        }
    }
}
