package dev.gatekeeper.lint;

import dev.gatekeeper.policy.Rule;

/**
 * How often a rule decides.
 *
 * @param decided of how many things it gives the level
 * @param alone of how many of these no other rule gives that level too
 */
public record RuleCount(Rule rule, int decided, int alone) {}
