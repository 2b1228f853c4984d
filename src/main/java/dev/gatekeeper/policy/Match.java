package dev.gatekeeper.policy;

import java.util.Optional;

/**
 * A rule that a changed path touches.
 *
 * @param policy the policy that holds the rule
 * @param rule the rule
 * @param pattern the pattern that matched; empty for the built-in rules that have none
 */
public record Match(Policy policy, Rule rule, Optional<Pattern> pattern) {

    /** What tells the rule from all others in force. */
    Id id() {
        return new Id(policy.origin(), rule.id());
    }

    /** A rule's id is unique in its policy, and a policy's origin among those in force. */
    record Id(Origin origin, String rule) {}
}
