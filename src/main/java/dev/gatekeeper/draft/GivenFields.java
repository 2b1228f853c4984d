package dev.gatekeeper.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an author says of a change on the command line, as it was given. Who approves is never among it.
 *
 * @param texts the texts that every contract has, by their keys
 * @param extraTexts those that policies add
 * @param riskLevel the level to be declared
 * @param invariants each a text, or {@code id: how}
 * @param tests each {@code command => result}
 */
public record GivenFields(
        Map<String, String> texts,
        Map<String, String> extraTexts,
        Optional<String> riskLevel,
        List<String> invariants,
        List<String> tests) {

    public GivenFields {
        texts = new LinkedHashMap<>(texts);
        extraTexts = new LinkedHashMap<>(extraTexts);
        invariants = List.copyOf(invariants);
        tests = List.copyOf(tests);
    }
}
