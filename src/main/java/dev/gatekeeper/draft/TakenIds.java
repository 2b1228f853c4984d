package dev.gatekeeper.draft;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Trees;

/** The ids that no new contract may have, since earlier changes have answered by them. */
record TakenIds(Trees trees) {

    /** Whether the target holds a contract of {@code id}, or did when the branch left it. */
    boolean holds(String id) {
        return !trees.target().entry(Layout.contract(id)).isAbsent()
                || !trees.base().entry(Layout.contract(id)).isAbsent();
    }
}
