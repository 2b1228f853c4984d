package dev.gatekeeper;

import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Policies;
import java.util.Optional;

/**
 * What a run found out before it decided, or before it could not.
 *
 * @param request what was asked
 * @param revisions the commits, once they are resolved
 * @param mergeBase the merge base, once it is known
 * @param policies the policies in force, once they are read
 */
public record Facts(
        Request request, Optional<Revisions> revisions, Optional<String> mergeBase, Optional<Policies> policies) {

    /** The repository's name: the target policy's, or else the request's. */
    public Optional<String> repositoryName() {
        return policies.flatMap(known -> known.inForce().stream()
                        .flatMap(policy -> policy.repository().stream())
                        .findFirst())
                .or(request::repositoryName);
    }
}
