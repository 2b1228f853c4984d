package dev.gatekeeper.contract;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Node.Mapping;
import dev.gatekeeper.yaml.Node.Pair;
import dev.gatekeeper.yaml.Node.Sequence;
import dev.gatekeeper.yaml.Node.Text;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one contract: its keys and types, and nothing of what it says. */
final class ContractReader {

    private final ExtraFields extraFields;
    private final Strictness strictness;
    private final Set<String> textKeys;
    private final Values values = new Values();
    private final List<Problem> comments = new ArrayList<>();

    private ContractReader(ExtraFields extraFields, Strictness strictness) {
        this.extraFields = extraFields;
        this.strictness = strictness;
        this.textKeys = new TreeSet<>(extraFields.asked());
        textKeys.addAll(ContractKeys.TEXTS);
    }

    /**
     * Reads a contract.
     *
     * @param id its id
     * @param file its path
     * @param bytes its content
     * @param extraFields what it may have beside the fields of every contract
     */
    static ContractReading read(String id, String file, byte[] bytes, ExtraFields extraFields, Strictness strictness) {
        ContractReader reader = new ContractReader(extraFields, strictness);
        try {
            Optional<Contract> contract = reader.contract(id, file, bytes);
            if (contract.isPresent() && reader.values.problems().isEmpty()) {
                return new ContractReading.Read(contract.get());
            }
            return new UnreadableContract(file, reader.values.problems());
        } catch (StrictYamlException e) {
            return new UnreadableContract(file, List.of(e.problem()));
        }
    }

    private Optional<Contract> contract(String id, String file, byte[] bytes) throws StrictYamlException {
        Node root = StrictYaml.read(bytes);
        if (!(root instanceof Mapping fields)) {
            return values.wrong(root, "the contract", "a mapping of fields");
        }
        Set<String> known = new TreeSet<>(textKeys);
        known.addAll(ContractKeys.OTHERS);
        List<FieldValue> noted = new ArrayList<>();
        List<Pair> others = new ArrayList<>();
        for (Pair pair : fields.pairs()) {
            if (extraFields.isNoted(pair)) {
                noted.add(answer(pair.key()));
            } else {
                others.add(pair);
            }
        }
        values.keys(new Mapping(fields.mark(), others), "the contract", known);
        checkComments(fields);
        return Optional.of(new Contract(
                id,
                file,
                Digests.sha256(bytes),
                Answers.digest(fields),
                texts(fields),
                text(fields, ContractKeys.RISK_LEVEL),
                checks(fields),
                testRuns(fields),
                escalations(fields),
                noted,
                comments,
                Optional.empty()));
    }

    /** Reports each comment that may have taken a piece of a text: nobody would have written what is left of it. */
    private void checkComments(Node node) {
        if (node instanceof Mapping mapping) {
            for (Pair pair : mapping.pairs()) {
                if (!ContractKeys.OF_WORDS.contains(pair.key().text())) {
                    checkComments(pair.value());
                }
            }
        } else if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                checkComments(item);
            }
        } else if (node instanceof Text text && text.comment().isPresent()) {
            if (strictness.letsOldFormsStand()) {
                comments.add(text.comment().get());
            } else {
                values.problem(text.comment().get());
            }
        }
    }

    private Map<String, FieldValue> texts(Mapping fields) {
        Map<String, FieldValue> texts = new LinkedHashMap<>();
        for (String key : textKeys) {
            Optional<FieldValue> answer = text(fields, key);
            if (answer.isPresent()) {
                texts.put(key, answer.get());
            }
        }
        return texts;
    }

    private List<InvariantCheck> checks(Mapping fields) {
        List<InvariantCheck> checks = new ArrayList<>();
        for (Node item : items(fields, ContractKeys.INVARIANTS)) {
            if (item instanceof Text text) {
                checks.add(new InvariantCheck(Optional.empty(), answer(text)));
            } else if (item instanceof Mapping entry && entry.pairs().size() == 1) {
                Pair pair = entry.pairs().get(0);
                String what = ContractKeys.INVARIANTS + " entry '" + pair.key().text() + "'";
                Optional<FieldValue> how = text(pair.value(), what);
                if (how.isPresent()) {
                    checks.add(new InvariantCheck(Optional.of(answer(pair.key())), how.get()));
                }
            } else {
                values.wrong(item, "an entry of invariantsChecked", "a text or one 'name: how'");
            }
        }
        return checks;
    }

    private List<TestRun> testRuns(Mapping fields) {
        List<TestRun> runs = new ArrayList<>();
        for (Node item : items(fields, ContractKeys.TESTS)) {
            if (item instanceof Mapping entry) {
                values.keys(entry, "an entry of tests", ContractKeys.OF_TEST);
                runs.add(
                        new TestRun(entry.mark(), text(entry, ContractKeys.COMMAND), text(entry, ContractKeys.RESULT)));
            } else {
                values.wrong(item, "an entry of tests", "a mapping with 'command' and 'result'");
            }
        }
        return runs;
    }

    private List<Escalation> escalations(Mapping fields) {
        Optional<Node> value = filled(fields, ContractKeys.ESCALATION);
        if (value.isEmpty()) {
            return List.of();
        }
        List<Node> items = value.get() instanceof Sequence list ? list.items() : List.of(value.get());
        return items.stream().flatMap(item -> escalation(item).stream()).toList();
    }

    private Optional<Escalation> escalation(Node item) {
        if (item instanceof Mapping entry) {
            values.keys(entry, "the escalation", ContractKeys.OF_ESCALATION);
            return Optional.of(new Escalation(
                    entry.mark(),
                    text(entry, ContractKeys.APPROVER),
                    text(entry, ContractKeys.EVIDENCE),
                    decision(entry)));
        }
        return values.wrong(item, "the escalation", "a mapping with 'approver' and 'approvalEvidence'");
    }

    private Decision decision(Mapping entry) {
        Optional<FieldValue> decision = text(entry, ContractKeys.DECISION);
        String word = decision.map(FieldValue::text).orElse("approved");
        if (word.equals("rejected")) {
            return Decision.REJECTED;
        }
        if (!word.equals("approved")) {
            values.problem(decision.orElseThrow().mark(), "decision is '" + word + "'; it is 'approved' or 'rejected'");
        }
        return Decision.APPROVED;
    }

    private List<Node> items(Mapping fields, String key) {
        Optional<Node> value = filled(fields, key);
        return value.isPresent() ? values.items(value.get(), key) : List.of();
    }

    /** The value of {@code key}, where there is one and it is not null, which is as good as none. */
    private static Optional<Node> filled(Mapping fields, String key) {
        Optional<Node> value = fields.get(key);
        return value.isPresent() && value.get() instanceof Text text && text.isNull() ? Optional.empty() : value;
    }

    private Optional<FieldValue> text(Mapping fields, String key) {
        Optional<Node> value = fields.get(key);
        return value.isPresent() ? text(value.get(), key) : Optional.empty();
    }

    private Optional<FieldValue> text(Node value, String thing) {
        Optional<Text> text = values.anyText(value, thing);
        return text.isPresent() ? Optional.of(answer(text.get())) : Optional.empty();
    }

    /** A null text is a blank answer. */
    private static FieldValue answer(Text text) {
        return new FieldValue(text.mark(), text.isNull() ? "" : text.text());
    }
}
