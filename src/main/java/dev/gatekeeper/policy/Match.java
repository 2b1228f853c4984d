package dev.gatekeeper.policy;

import dev.gatekeeper.change.Entry;
import java.util.Optional;

/**
 * A rule that a changed path touches.
 *
 * @param policy the policy that holds the rule
 * @param rule the rule
 * @param pattern the pattern that matched; empty for the built-in rules that have none
 */
public record Match(Policy policy, Rule rule, Optional<PathPattern> pattern) {

    /** What tells the rule from all others in force. */
    Id id() {
        return new Id(policy.origin(), rule.id());
    }

    /** A rule's id is unique in its policy, and a policy's origin among those in force. */
    record Id(Origin origin, String rule) {

        /** Written out for speed, see {@link Entry#equals}. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Id id && origin == id.origin && rule.equals(id.rule);
        }

        @Override
        public int hashCode() {
            return rule.hashCode();
        }
    }
}
