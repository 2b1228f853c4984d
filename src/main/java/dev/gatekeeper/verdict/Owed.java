package dev.gatekeeper.verdict;

import dev.gatekeeper.verdict.Obligation.Share;
import java.util.List;
import java.util.stream.Stream;

/** One share of an obligation: the smallest part of a change that is approved or not. */
record Owed(Obligation obligation, Share share) {

    /** All that {@code obligations} consist of. */
    static Stream<Owed> of(List<Obligation> obligations) {
        return obligations.stream()
                .flatMap(obligation -> obligation.shares().stream().map(share -> new Owed(obligation, share)));
    }
}
