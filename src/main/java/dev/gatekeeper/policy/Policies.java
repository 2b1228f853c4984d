package dev.gatekeeper.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The policies that judge a change together: the target's or the built-in one, the organisation's, or the target's and then
 * the organisation's.
 */
public record Policies(List<Policy> inForce) {

    public Policies {
        inForce = List.copyOf(inForce);
        if (inForce.isEmpty()) {
            throw new IllegalArgumentException("a change is judged by one policy or more");
        }
    }

    public Optional<Policy> from(Origin origin) {
        return inForce.stream().filter(policy -> policy.origin() == origin).findFirst();
    }

    /** The origins of all of them. */
    public Set<Origin> origins() {
        return inForce.stream().map(Policy::origin).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an author may approve: only when every policy says so. */
    public boolean selfApproval() {
        return inForce.stream().allMatch(Policy::selfApproval);
    }
}
