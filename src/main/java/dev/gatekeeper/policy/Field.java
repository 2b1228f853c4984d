package dev.gatekeeper.policy;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Level;

/**
 * A field that the policy asks contracts for: one beyond those of every contract, or one of those from a level that the policy gives.
 *
 * @param name the contract's key
 * @param from the level from which it is asked for
 */
record Field(String name, Level from) {

    boolean isBuiltIn() {
        return isBuiltIn(name);
    }

    static boolean isBuiltIn(String name) {
        return ContractKeys.ofEveryContract().contains(name);
    }
}
