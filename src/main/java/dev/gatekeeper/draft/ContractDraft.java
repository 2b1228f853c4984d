package dev.gatekeeper.draft;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.verdict.Demands;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of a drafted contract: what is given and what can be computed is filled in, and the rest is left to be. */
final class ContractDraft {

    /** Of more RED paths the number is told. */
    private static final int MOST_PATHS = 20;

    /** Editors look for this very line, before the first key, and for the file that it names beside the contract. */
    private static final String SCHEMA = "# yaml-language-server: $schema=../schema/contract.schema.json";

    private final Policies policies;
    private final Classification classification;
    private final Demands demands;
    private final DraftFields given;
    private final boolean schema;
    private final StringBuilder text = new StringBuilder();
    private final List<String> empty = new ArrayList<>();

    private ContractDraft(
            Policies policies, Classification classification, Demands demands, DraftFields given, boolean schema) {
        this.policies = policies;
        this.classification = classification;
        this.demands = demands;
        this.given = given;
        this.schema = schema;
    }

    /**
     * A drafted contract's text.
     *
     * @param text UTF-8 in the file, with {@code \n} as line break and at its end
     * @param empty the fields that are left to be filled in
     */
    record Drafted(String text, List<String> empty) {}

    /**
     * Drafts a contract.
     *
     * @param policies those in force, by whose invariants an answer is told from a text
     * @param classification why it is as risky as it is
     * @param demands what it is asked for
     * @param schema whether the repository has a copy of the schema of contracts, which it names for editors
     */
    static Drafted of(
            Policies policies, Classification classification, Demands demands, DraftFields given, boolean schema) {
        ContractDraft draft = new ContractDraft(policies, classification, demands, given, schema);
        draft.write();
        return new Drafted(draft.text.toString(), List.copyOf(draft.empty));
    }

    private void write() {
        head();
        text(ContractKeys.WHAT_CHANGED, "What is different after this change, in a sentence.");
        text(ContractKeys.WHY_CHANGED, "The reason for it, in a sentence.");
        risk();
        invariants();
        tests();
        for (String key : extraFields()) {
            text(key, "Say in plain words what is true of this change; the policy asks for it.");
        }
        if (demands.level() == Level.RED) {
            comment("The escalation is not drafted: a human who approves, or is asked to, adds it.");
        }
    }

    private void head() {
        if (schema) {
            line(SCHEMA);
        }
        comment("What this change answers for. Fill in what is empty, and commit it with the change.");
        List<ClassifiedPath> red = classification.at(Level.RED);
        for (ClassifiedPath path : red.subList(0, Math.min(MOST_PATHS, red.size()))) {
            String why = path.deciding()
                    .map(match -> ": " + match.rule().because() + " (rule "
                            + match.rule().id() + ")")
                    .orElse("");
            comment("RED: " + path.changed().path() + why);
        }
        if (red.size() > MOST_PATHS) {
            comment("RED: " + (red.size() - MOST_PATHS) + " more paths");
        }
    }

    private void risk() {
        comment("GREEN, YELLOW or RED: not below the level of any changed path, committed or not.");
        line(ContractKeys.RISK_LEVEL + ": " + demands.level());
    }

    private void text(String key, String guidance) {
        Optional<String> value = Optional.ofNullable(given.texts().get(key));
        if (value.isEmpty() && !demands.fields().contains(key)) {
            return;
        }
        comment(guidance);
        if (value.isPresent()) {
            line(key + ": " + YamlText.of(value.get(), 2));
        } else {
            line(key + ":");
            empty.add(key);
        }
    }

    private void invariants() {
        Map<String, Demands.Invariant> asked = new LinkedHashMap<>();
        demands.invariants().forEach(invariant -> asked.put(invariant.id(), invariant));
        boolean wanted = demands.fields().contains(ContractKeys.INVARIANTS) || !asked.isEmpty();
        if (given.invariants().isEmpty() && !wanted) {
            return;
        }
        comment("The invariants that you checked, each a text or one 'name: how'.");
        line(ContractKeys.INVARIANTS + ":");
        for (String entry : given.invariants()) {
            int colon = entry.indexOf(": ");
            String id = entry.substring(0, Math.max(0, colon));
            if (policies.hasInvariant(id)) {
                asked.remove(id);
                line("  - " + YamlText.of(id, 6) + ": " + YamlText.of(entry.substring(colon + 2), 6));
            } else {
                line("  - " + YamlText.of(entry, 4));
            }
        }
        for (Demands.Invariant invariant : asked.values()) {
            comment("  ", invariant.text() + " (rule " + invariant.rule() + ")");
            line("  - " + YamlText.of(invariant.id(), 6) + ":");
            empty.add(ContractKeys.INVARIANTS + " '" + invariant.id() + "'");
        }
        if (given.invariants().isEmpty() && demands.invariants().isEmpty()) {
            empty.add(ContractKeys.INVARIANTS);
        }
    }

    private void tests() {
        if (given.tests().isEmpty() && !demands.fields().contains(ContractKeys.TESTS)) {
            return;
        }
        comment("What you ran, each with its command and what came of it.");
        line(ContractKeys.TESTS + ":");
        for (DraftFields.Test test : given.tests()) {
            line("  - command: " + YamlText.of(test.command(), 6));
            line("    result: " + YamlText.of(test.result(), 6));
        }
        if (given.tests().isEmpty()) {
            line("  - command:");
            line("    result:");
            empty.add(ContractKeys.TESTS);
        }
    }

    /** Those that are asked for, then those that were given all the same. */
    private List<String> extraFields() {
        List<String> keys = new ArrayList<>(demands.fields());
        keys.removeAll(ContractKeys.ofEveryContract());
        for (String key : given.extraKeys()) {
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private void comment(String words) {
        comment("", words);
    }

    private void comment(String margin, String words) {
        line(margin + "# " + YamlText.onOneLine(words));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
