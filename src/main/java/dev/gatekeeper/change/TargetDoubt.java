package dev.gatekeeper.change;

import dev.gatekeeper.text.UndecidedCode;

/**
 * Why a target may not be what its branch is now. A target that is behind would let a change pass on contracts and approvals of others
 * that have landed since.
 *
 * @param code what kind of doubt it is
 * @param problem first the target, then what is the matter
 * @param remedy what to give in its place
 */
public record TargetDoubt(UndecidedCode code, String problem, String remedy) {

    /** Whether the target lacks what its branch holds; where not, nothing tells how old it is. */
    public boolean outdated() {
        return code != UndecidedCode.TARGET_AGE_UNKNOWN;
    }
}
