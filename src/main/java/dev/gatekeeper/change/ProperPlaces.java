package dev.gatekeeper.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where files that are nearly contracts or approvals would be read: the nearest good name that none of the three trees holds, each given
 * away once.
 *
 * <p>Only as many are found as a remedy names, since a change may hold thousands.
 */
public final class ProperPlaces {

    private static final int MOST = 10;
    private static final int MOST_TRIED = 20;

    private final Trees trees;
    private final Ledger ledger;
    private final Set<RawPath> given = new HashSet<>();

    public ProperPlaces(Trees trees) {
        this.trees = trees;
        this.ledger = new Ledger(trees.target());
    }

    /** Where {@code contract} could lie; empty where more have been asked for than anybody reads. */
    public Optional<RawPath> ofContract(RawPath contract) {
        String id = NearNames.id(contract.name(), "change");
        return free(contract, number -> Layout.contract(id + number));
    }

    /** Where {@code approval} could lie as one of the contract with {@code id}; empty as in {@link #ofContract}. */
    public Optional<RawPath> ofApproval(RawPath approval, String id) {
        String name = NearNames.id(approval.name(), "approver");
        return free(approval, number -> Layout.approval(id, name + number));
    }

    /** The ids that the folders of {@code approval} are nearest to, but for those of ours; the outermost first. */
    public static List<String> contractIds(RawPath approval) {
        List<String> ids = new ArrayList<>();
        for (RawPath folder : NearNames.otherFolders(approval)) {
            String id = NearNames.id(folder.name(), "");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    private interface Candidate {

        RawPath at(String number);
    }

    private Optional<RawPath> free(RawPath from, Candidate candidate) {
        if (given.size() >= MOST) {
            return Optional.empty();
        }
        for (int number = 1; number <= MOST_TRIED; number++) {
            RawPath place = candidate.at(number == 1 ? "" : "-" + number);
            if (!place.equals(from) && isFree(place)) {
                given.add(place);
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private boolean isFree(RawPath place) {
        return !given.contains(place)
                && trees.head().entry(place).isAbsent()
                && trees.target().entry(place).isAbsent()
                && trees.base().entry(place).isAbsent()
                && Layout.contractId(place).filter(ledger::holds).isEmpty();
    }
}
