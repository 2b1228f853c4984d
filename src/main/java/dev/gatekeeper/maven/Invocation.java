package dev.gatekeeper.maven;

import dev.gatekeeper.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one execution of the goal asks for; two that ask for the same in one build are one.
 *
 * @param started when the build was started
 * @param request what to judge, as far as the parameters are usable
 * @param record where the verdict record goes; empty where its parameter is unusable
 * @param untrusted the folders that the change may have filled
 * @param skip whether to do nothing
 * @param complaint what makes the request unusable
 */
record Invocation(
        Instant started,
        Request request,
        Optional<Path> record,
        List<Path> untrusted,
        boolean skip,
        Optional<UsageProblem> complaint) {

    Invocation {
        untrusted = List.copyOf(untrusted);
    }

    /** One build asks for one thing, as a rule; a record's own hash is linked by method handles, which costs 50 ms once. */
    @Override
    public int hashCode() {
        return started.hashCode();
    }
}
