package dev.gatekeeper.contract;

import dev.gatekeeper.change.AddedContract;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Ledger;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import java.util.Optional;

/**
 * The contracts of changes that have landed, as the target holds them or its ledger remembers them.
 *
 * <p>What was true of another change, word for word, is no answer for this one. Below YELLOW it may be: many small changes are alike.
 */
record EarlierContracts(Snapshot target, Ledger ledger) {

    static EarlierContracts of(Snapshot target) {
        return new EarlierContracts(target, new Ledger(target));
    }

    /** The one that {@code contract}, read from {@code added}, is word for word, where it declares YELLOW or RED. */
    Optional<String> sameAs(Contract contract, AddedContract added) {
        boolean answers = contract.declared()
                .filter(level -> level.isAtLeast(Level.YELLOW))
                .isPresent();
        if (!answers) {
            return Optional.empty();
        }
        return target.holding(Layout.CONTRACTS, added.changed().after().id())
                .map(RawPath::display)
                .or(() -> ledger.idOf(contract.sha256()).map(id -> Layout.contract(id) + ", which is archived"));
    }
}
