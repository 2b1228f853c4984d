package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;

/**
 * A field that the policy asks contracts for beyond the built-in ones.
 *
 * @param name the contract's key
 * @param from the level from which it is asked for
 */
public record Field(String name, Level from) {}
