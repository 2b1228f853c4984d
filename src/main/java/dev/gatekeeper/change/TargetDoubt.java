package dev.gatekeeper.change;

/**
 * Why a target may not be what its branch is now. A target that is behind would let a change pass on contracts and approvals of others
 * that have landed since.
 *
 * @param outdated whether the target lacks what its branch holds; where not, nothing tells how old it is
 * @param problem first the target, then what is the matter
 * @param remedy what to give in its place
 */
public record TargetDoubt(boolean outdated, String problem, String remedy) {}
