package dev.gatekeeper.policy;

import java.util.Optional;

/**
 * A rule that a changed path touches.
 *
 * @param policy the policy that holds the rule
 * @param rule the rule
 * @param pattern the pattern that matched; empty for the built-in rules that have none
 */
public record Match(Policy policy, Rule rule, Optional<Pattern> pattern) {}
