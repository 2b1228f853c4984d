package dev.gatekeeper.draft;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Ledger;
import dev.gatekeeper.change.Trees;

/** The ids that no new contract may have, since earlier changes have answered by them. */
record TakenIds(Trees trees, Ledger ledger) {

    static TakenIds of(Trees trees) {
        return new TakenIds(trees, new Ledger(trees.target()));
    }

    /** Whether the target holds a contract of {@code id}, has archived one, or held one when the branch left it. */
    boolean holds(String id) {
        return ledger.holds(id)
                || !trees.target().entry(Layout.contract(id)).isAbsent()
                || !trees.base().entry(Layout.contract(id)).isAbsent();
    }
}
