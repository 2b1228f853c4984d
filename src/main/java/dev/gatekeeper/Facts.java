package dev.gatekeeper;

import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import java.util.Optional;

/**
 * What a run found out before it came to a result, or before it could not.
 *
 * @param run the run
 * @param revisions the commits, once they are resolved
 * @param headTree the root folder of head, a tree's id, once it is known
 * @param mergeBase the merge base, once it is known
 * @param policies the policies in force, once they are read
 */
public record Facts(
        Run run,
        Optional<Revisions> revisions,
        Optional<String> headTree,
        Optional<String> mergeBase,
        Optional<Policies> policies) {

    /** Nothing is known but that there is a run. */
    public static Facts none(Run run) {
        return new Facts(run, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Facts with(Revisions known) {
        return new Facts(run, Optional.of(known), headTree, mergeBase, policies);
    }

    Facts with(Policies known) {
        return new Facts(run, revisions, headTree, mergeBase, Optional.of(known));
    }

    Facts withHeadTree(String known) {
        return new Facts(run, revisions, Optional.of(known), mergeBase, policies);
    }

    Facts withMergeBase(String known) {
        return new Facts(run, revisions, headTree, Optional.of(known), policies);
    }

    /** The repository's name: the target policy's, or else the run's. */
    public Optional<String> repositoryName() {
        Optional<Policy> target = policies.isPresent() ? policies.get().from(Origin.TARGET) : Optional.empty();
        return target.isPresent() && target.get().repository().isPresent()
                ? target.get().repository()
                : run.repositoryName();
    }
}
