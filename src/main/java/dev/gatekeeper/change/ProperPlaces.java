package dev.gatekeeper.change;

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
    private final Set<RawPath> given = new HashSet<>();

    public ProperPlaces(Trees trees) {
        this.trees = trees;
    }

    /** Where {@code contract} could lie; empty where more have been asked for than anybody reads. */
    public Optional<RawPath> ofContract(RawPath contract) {
        String id = NearNames.id(contract.name(), "change");
        return free(number -> Layout.contract(id + number));
    }

    /** Where {@code approval} could lie as one of the contract with {@code id}; empty as in {@link #ofContract}. */
    public Optional<RawPath> ofApproval(RawPath approval, String id) {
        String name = NearNames.id(approval.name(), "approver");
        return free(number -> Layout.approval(id, name + number));
    }

    /** The id of the contract that the folder of {@code approval} is nearest to; empty where it has none of its own. */
    public static Optional<String> contractId(RawPath approval) {
        List<RawPath.Part> parts = approval.parts();
        if (parts.size() < 3) {
            return Optional.empty();
        }
        RawPath folder = new RawPath(parts.get(parts.size() - 2).name());
        return NearNames.isFolderOfOurs(folder)
                ? Optional.empty()
                : Optional.of(NearNames.id(folder.name(), "")).filter(id -> !id.isEmpty());
    }

    private interface Candidate {

        RawPath at(String number);
    }

    private Optional<RawPath> free(Candidate candidate) {
        if (given.size() >= MOST) {
            return Optional.empty();
        }
        for (int number = 1; number <= MOST_TRIED; number++) {
            RawPath place = candidate.at(number == 1 ? "" : "-" + number);
            if (isFree(place)) {
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
                && trees.base().entry(place).isAbsent();
    }
}
