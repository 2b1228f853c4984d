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
        Optional<Level> declared = contract.declared();
        if (declared.isEmpty() || !declared.get().isAtLeast(Level.YELLOW)) {
            return Optional.empty();
        }
        Optional<RawPath> landed =
                target.holding(Layout.CONTRACTS, added.changed().after().id());
        if (landed.isPresent()) {
            return Optional.of(landed.get().display());
        }
        Optional<String> archived = ledger.idOf(contract.sha256());
        return archived.isPresent()
                ? Optional.of(Layout.contract(archived.get()) + ", which is archived")
                : Optional.empty();
    }
}
