package dev.gatekeeper.report;

import dev.gatekeeper.verdict.JudgedContract;
import java.util.ArrayList;
import java.util.List;

/** The contracts that a change is answered for by, one a line: without them a reader can't tell whose they are. */
final class ContractLines {

    private ContractLines() {}

    /** @param contracts those that count */
    static List<Phrase> of(List<JudgedContract> contracts) {
        Capped<JudgedContract> capped = Capped.of(contracts);
        List<Phrase> lines = new ArrayList<>();
        for (JudgedContract contract : capped.shown()) {
            lines.add(Phrase.of("Contract: ").path(contract.path()));
        }
        if (!capped.left().isEmpty()) {
            lines.add(Phrase.of(capped.left().size() + " more contracts. The record holds all."));
        }
        return lines;
    }
}
