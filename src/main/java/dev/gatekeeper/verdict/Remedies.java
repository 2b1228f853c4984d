package dev.gatekeeper.verdict;

import dev.gatekeeper.contract.Keys;
import java.util.Map;

/** How to fill in each field of a contract. */
final class Remedies {

    private static final Map<String, String> BY_FIELD = Map.of(
            Keys.WHAT_CHANGED, "Add whatChanged: what is different after this change, in a sentence.",
            Keys.WHY_CHANGED, "Add whyChanged: the reason for it, in a sentence.",
            Keys.RISK_LEVEL, "Add riskLevel: GREEN, YELLOW or RED.",
            Keys.INVARIANTS, "Add invariantsChecked: a list of the invariants that you checked, each as 'name: how'.",
            Keys.TESTS, "Add tests: a list of what you ran, each with 'command' and 'result'.");

    private Remedies() {}

    /** What to add where {@code field} is missing or blank. */
    static String forField(String field) {
        return BY_FIELD.getOrDefault(field, "Fill it in: say in plain words what is true of this change.");
    }
}
