package dev.gatekeeper.maven;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one execution of a goal asks about a change.
 *
 * @param started when the build was started
 * @param request what to look at, as far as the parameters are usable
 * @param untrusted the folders that the change may have filled
 * @param problem what makes the request unusable
 */
record Invocation(Instant started, Request request, List<Path> untrusted, Optional<UsageProblem> problem) {

    Invocation {
        untrusted = List.copyOf(untrusted);
    }

    /** What {@code engine} makes of the request, where it can be used. */
    <T> Outcome<T> outcome(Function<Request, Outcome<T>> engine) {
        return problem.isPresent() ? problem.get().about(request.run()) : engine.apply(request);
    }
}
