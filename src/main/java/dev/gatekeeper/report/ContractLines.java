package dev.gatekeeper.report;

import java.util.ArrayList;
import java.util.List;

/** The contracts that a change is answered for by, one a line: without them a reader can't tell whose they are. */
final class ContractLines {

    private ContractLines() {}

    /** @param contracts the paths of those that count */
    static List<Phrase> of(List<String> contracts) {
        Capped<String> capped = Capped.of(contracts);
        List<Phrase> lines = new ArrayList<>();
        for (String path : capped.shown()) {
            lines.add(Phrase.of("Contract: ").path(path));
        }
        if (!capped.left().isEmpty()) {
            lines.add(Phrase.of(capped.left().size() + " more contracts. The record holds all."));
        }
        return lines;
    }
}
