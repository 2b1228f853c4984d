package dev.gatekeeper.contract;

import dev.gatekeeper.text.Digests;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Node.Mapping;
import dev.gatekeeper.yaml.Node.Pair;
import dev.gatekeeper.yaml.Node.Sequence;
import dev.gatekeeper.yaml.Node.Text;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one contract: its keys and types, and nothing of what it says. */
final class ContractReader {

    private final Set<String> textKeys;
    private final List<Problem> problems = new ArrayList<>();

    private ContractReader(Set<String> textKeys) {
        this.textKeys = textKeys;
    }

    /**
     * Reads a contract.
     *
     * @param id its id
     * @param file its path
     * @param bytes its content
     * @param extraFields the fields that the policies in force add
     */
    static ContractReading read(String id, String file, byte[] bytes, Set<String> extraFields) {
        Set<String> textKeys = new TreeSet<>(extraFields);
        textKeys.addAll(Keys.TEXTS);
        ContractReader reader = new ContractReader(textKeys);
        try {
            Optional<Contract> contract = reader.contract(id, file, bytes);
            if (contract.isPresent() && reader.problems.isEmpty()) {
                return new ContractReading.Read(contract.get());
            }
        } catch (StrictYamlException e) {
            reader.problems.add(e.problem());
        }
        return new UnreadableContract(file, reader.problems);
    }

    private Optional<Contract> contract(String id, String file, byte[] bytes) throws StrictYamlException {
        Node root = StrictYaml.read(bytes);
        if (!(root instanceof Mapping fields)) {
            problems.add(Problem.at(root.mark(), "the contract is " + root.kind() + ", not a mapping of fields"));
            return Optional.empty();
        }
        Set<String> known = new TreeSet<>(textKeys);
        known.addAll(Keys.OTHERS);
        allowOnly(fields, known, "the contract");
        return Optional.of(new Contract(
                id,
                file,
                Digests.sha256(bytes),
                texts(fields),
                text(fields, Keys.RISK_LEVEL),
                checks(fields),
                testRuns(fields),
                escalations(fields)));
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
        for (Node item : items(fields, Keys.INVARIANTS)) {
            if (item instanceof Text text) {
                checks.add(new InvariantCheck(Optional.empty(), answer(text)));
            } else if (item instanceof Mapping entry && entry.pairs().size() == 1) {
                Pair pair = entry.pairs().get(0);
                String what = Keys.INVARIANTS + " entry '" + pair.key().text() + "'";
                textOf(pair.value(), what)
                        .ifPresent(how -> checks.add(new InvariantCheck(Optional.of(answer(pair.key())), how)));
            } else {
                problems.add(Problem.at(
                        item.mark(),
                        "an entry of invariantsChecked is " + item.kind() + ", not a text or one 'name: how'"));
            }
        }
        return checks;
    }

    private List<TestRun> testRuns(Mapping fields) {
        List<TestRun> runs = new ArrayList<>();
        for (Node item : items(fields, Keys.TESTS)) {
            if (item instanceof Mapping entry) {
                allowOnly(entry, Set.of(Keys.COMMAND, Keys.RESULT), "an entry of tests");
                runs.add(new TestRun(entry.mark(), text(entry, Keys.COMMAND), text(entry, Keys.RESULT)));
            } else {
                problems.add(Problem.at(
                        item.mark(),
                        "an entry of tests is " + item.kind() + ", not a mapping with 'command' and 'result'"));
            }
        }
        return runs;
    }

    private List<Escalation> escalations(Mapping fields) {
        Optional<Node> value = fields.get(Keys.ESCALATION);
        if (value.isEmpty() || isNull(value.get())) {
            return List.of();
        }
        List<Node> items = value.get() instanceof Sequence list ? list.items() : List.of(value.get());
        return items.stream().flatMap(item -> escalation(item).stream()).toList();
    }

    private Optional<Escalation> escalation(Node item) {
        if (item instanceof Mapping entry) {
            allowOnly(entry, Keys.OF_ESCALATION, "the escalation");
            return Optional.of(new Escalation(
                    entry.mark(), text(entry, Keys.APPROVER), text(entry, Keys.EVIDENCE), decision(entry)));
        }
        problems.add(Problem.at(
                item.mark(),
                "the escalation is " + item.kind() + ", not a mapping with 'approver' and 'approvalEvidence'"));
        return Optional.empty();
    }

    private Decision decision(Mapping entry) {
        Optional<FieldValue> decision = text(entry, Keys.DECISION);
        String word = decision.map(FieldValue::text).orElse("approved");
        if (word.equals("rejected")) {
            return Decision.REJECTED;
        }
        if (!word.equals("approved")) {
            problems.add(Problem.at(
                    decision.orElseThrow().mark(), "decision is '" + word + "'; it is 'approved' or 'rejected'"));
        }
        return Decision.APPROVED;
    }

    private List<Node> items(Mapping fields, String key) {
        Optional<Node> value = fields.get(key);
        if (value.isEmpty() || isNull(value.get())) {
            return List.of();
        }
        if (value.get() instanceof Sequence list) {
            return list.items();
        }
        problems.add(Problem.at(value.get().mark(), key + " is " + value.get().kind() + ", not a list"));
        return List.of();
    }

    private Optional<FieldValue> text(Mapping fields, String key) {
        Optional<Node> value = fields.get(key);
        return value.isPresent() ? textOf(value.get(), key) : Optional.empty();
    }

    private Optional<FieldValue> textOf(Node value, String what) {
        if (value instanceof Text text) {
            return Optional.of(answer(text));
        }
        problems.add(Problem.at(value.mark(), what + " is " + value.kind() + ", not a text"));
        return Optional.empty();
    }

    private void allowOnly(Mapping mapping, Set<String> known, String what) {
        for (Pair pair : mapping.pairs()) {
            if (!known.contains(pair.key().text())) {
                problems.add(Problem.at(
                        pair.key().mark(),
                        "'" + pair.key().text() + "' is no key of " + what + "; its keys are "
                                + String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    private static boolean isNull(Node node) {
        return node instanceof Text text && text.isNull();
    }

    private static FieldValue answer(Text text) {
        return new FieldValue(text.mark(), text.isNull() ? "" : text.text());
    }
}
