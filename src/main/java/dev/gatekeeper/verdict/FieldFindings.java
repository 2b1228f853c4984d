package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.FieldValue;
import dev.gatekeeper.contract.InvariantCheck;
import dev.gatekeeper.contract.Substance;
import dev.gatekeeper.contract.TestRun;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.yaml.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether one contract has its fields, and each says something. */
final class FieldFindings {

    /** What to add where a field is missing or blank. */
    static final Map<String, String> REMEDIES = Map.of(
            ContractKeys.WHAT_CHANGED, "Add whatChanged: what is different after this change, in a sentence.",
            ContractKeys.WHY_CHANGED, "Add whyChanged: the reason for it, in a sentence.",
            ContractKeys.RISK_LEVEL, "Add riskLevel: GREEN, YELLOW or RED.",
            ContractKeys.INVARIANTS,
                    "Add invariantsChecked: a list of the invariants that you checked, each as 'name: how'.",
            ContractKeys.TESTS, "Add tests: a list of what you ran, each with 'command' and 'result'.");

    private static final String OWN_WORDS = "Say in plain words what is true of this change.";

    private final Case judged;
    private final Contract contract;
    private final Set<Origin> everyone;
    private final List<Finding> findings = new ArrayList<>();

    /** What would be findings but for the first release, which took them. */
    private final List<Finding> noted = new ArrayList<>();

    FieldFindings(Case judged, Contract contract) {
        this.judged = judged;
        this.contract = contract;
        this.everyone = judged.policies().origins();
        copy();
        texts();
        riskLevel();
        invariants();
        tests();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        for (Finding one : noted) {
            remarks.add(Remark.of(one, "the first release took it"));
        }
        return remarks;
    }

    private void copy() {
        if (contract.copyOf().isPresent()) {
            (judged.strictness().letsOldFormsStand() ? noted : findings)
                    .add(Finding.inFile(
                            Code.FIELD_PLACEHOLDER,
                            contract.file(),
                            "the contract is word for word that of an earlier change, "
                                    + contract.copyOf().get(),
                            OWN_WORDS,
                            everyone));
        }
    }

    private void texts() {
        Map<String, Set<Origin>> asked = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(ContractKeys.TEXTS);
        keys.addAll(judged.policies().fieldNames());
        for (String key : keys) {
            Set<Origin> asking = asking(key);
            if (!asking.isEmpty()) {
                asked.put(key, asking);
            }
        }
        for (Map.Entry<String, Set<Origin>> field : asked.entrySet()) {
            check(field.getKey(), Optional.ofNullable(contract.texts().get(field.getKey())), field.getValue());
        }
        SortedMap<String, FieldValue> volunteered = new TreeMap<>(contract.texts());
        volunteered.keySet().removeAll(asked.keySet());
        for (Map.Entry<String, FieldValue> field : volunteered.entrySet()) {
            check(field.getKey(), Optional.of(field.getValue()), everyone);
        }
    }

    private void riskLevel() {
        Optional<FieldValue> declared = contract.riskLevel();
        if (declared.isEmpty() || Substance.of(declared.get().text()) == Substance.BLANK) {
            missing(ContractKeys.RISK_LEVEL, declared, everyone);
        } else if (contract.declared().isEmpty()) {
            findings.add(Finding.at(
                    Code.RISK_LEVEL_INVALID,
                    contract.file(),
                    declared.get().mark(),
                    "riskLevel is '" + declared.get().text() + "'; it is GREEN, YELLOW or RED",
                    "Declare riskLevel: " + judged.levelOnceInPlace()
                            + ", the level of the changed paths, or a higher one.",
                    everyone));
        }
    }

    private void invariants() {
        if (contract.invariantsChecked().isEmpty()) {
            empty(ContractKeys.INVARIANTS);
        }
        for (InvariantCheck check : contract.invariantsChecked()) {
            String label = ContractKeys.INVARIANTS + " entry";
            if (check.name().isPresent()) {
                label = ContractKeys.INVARIANTS + " '" + check.name().get().text() + "'";
                if (!judged.policies().hasInvariant(check.name().get().text())) {
                    check(ContractKeys.INVARIANTS + " name", check.name(), everyone);
                }
            }
            check(label, Optional.of(check.how()), everyone);
        }
    }

    private void tests() {
        if (contract.tests().isEmpty()) {
            empty(ContractKeys.TESTS);
        }
        int number = 0;
        for (TestRun run : contract.tests()) {
            number++;
            testPart(number, run.mark(), ContractKeys.COMMAND, run.command());
            testPart(number, run.mark(), ContractKeys.RESULT, run.result());
        }
    }

    private void testPart(int number, Mark entry, String key, Optional<FieldValue> answer) {
        FieldValue given = answer.isPresent() ? answer.get() : new FieldValue(entry, "");
        check(key + " of tests entry " + number, Optional.of(given), everyone);
    }

    private void check(String field, Optional<FieldValue> answer, Set<Origin> askedBy) {
        Substance saying = answer.isPresent() ? Substance.of(answer.get().text()) : Substance.BLANK;
        if (saying == Substance.BLANK) {
            missing(field, answer, askedBy);
        } else if (saying == Substance.PLACEHOLDER) {
            String text = answer.map(FieldValue::text).orElse("");
            boolean old = Substance.of(text, judged.strictness()) == Substance.TEXT;
            (old ? noted : findings)
                    .add(new Finding(
                            Code.FIELD_PLACEHOLDER,
                            contract.file(),
                            answer.map(FieldValue::mark),
                            field + " is '" + text + "', which only holds the place of an answer",
                            OWN_WORDS,
                            askedBy));
        }
    }

    /** The policies that ask this contract for the field {@code key}. */
    private Set<Origin> asking(String key) {
        return judged.policies().askingFor(key, judged.levelOf(contract));
    }

    private void empty(String list) {
        Set<Origin> asking = asking(list);
        if (!asking.isEmpty()) {
            findings.add(Finding.inFile(
                    Code.FIELD_MISSING, contract.file(), list + " has no entry", remedyFor(list), asking));
        }
    }

    private void missing(String field, Optional<FieldValue> answer, Set<Origin> askedBy) {
        findings.add(new Finding(
                Code.FIELD_MISSING,
                contract.file(),
                answer.map(FieldValue::mark),
                field + (answer.isPresent() ? " is blank" : " is missing"),
                remedyFor(field),
                askedBy));
    }

    private static String remedyFor(String field) {
        return REMEDIES.getOrDefault(field, "Fill it in: say in plain words what is true of this change.");
    }
}
