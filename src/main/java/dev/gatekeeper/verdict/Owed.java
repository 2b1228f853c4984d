package dev.gatekeeper.verdict;

import dev.gatekeeper.verdict.Obligation.Share;
import java.util.ArrayList;
import java.util.List;

/** One share of an obligation: the smallest part of a change that is approved or not. */
record Owed(Obligation obligation, Share share) {

    /** All that {@code obligations} consist of. */
    static List<Owed> of(List<Obligation> obligations) {
        List<Owed> owed = new ArrayList<>();
        for (Obligation obligation : obligations) {
            for (Share share : obligation.shares()) {
                owed.add(new Owed(obligation, share));
            }
        }
        return owed;
    }
}
