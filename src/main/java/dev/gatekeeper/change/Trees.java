package dev.gatekeeper.change;

/**
 * The three states that a change lies between.
 *
 * @param base the merge base
 * @param target the target's tip
 * @param head the commit to judge
 */
public record Trees(Snapshot base, Snapshot target, Snapshot head) {}
