package dev.gatekeeper.policy;

/**
 * One glob of a rule, in the meaning of gitignore.
 *
 * @param glob as written in the policy, with the {@code !} of one that takes back
 */
public record Pattern(String glob) {}
