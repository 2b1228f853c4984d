package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules of a policy. */
final class RulesReader {

    private static final String THING = "the rule";
    private static final List<String> KEYS =
            List.of("id", "level", "because", "paths", "approvers", "approvals", "approval", "invariants");
    private static final List<String> RESERVED = List.of(Rule.GATEKEEPER, Rule.LINKS, Rule.UNMATCHED);

    private final Shape shape;
    private final Proof proof;
    private final Map<String, List<Approver>> groups;
    private final Set<String> invariants;
    private final Map<String, Mark> marks = new LinkedHashMap<>();

    /**
     * @param proof the policy's default
     * @param groups the approvers by group
     * @param invariants the ids that the policy knows
     */
    RulesReader(Shape shape, Proof proof, Map<String, List<Approver>> groups, Set<String> invariants) {
        this.shape = shape;
        this.proof = proof;
        this.groups = groups;
        this.invariants = invariants;
    }

    List<Rule> read(Optional<Node> node) {
        List<Rule> rules = new ArrayList<>();
        node.ifPresent(list -> {
            List<Node> items = shape.items(list, "rules");
            if (items.isEmpty() && list instanceof Node.Sequence) {
                shape.problem(list.mark(), "rules is empty; a policy has one rule or more");
            }
            items.forEach(item -> shape.mapping(item, THING).ifPresent(mapping -> rules.add(rule(mapping))));
        });
        return rules;
    }

    /** Reports rules that ask for more approvals than their approvers can give. */
    void checkApprovals(Policy policy) {
        new ApprovalCheck(shape, policy).check(marks);
    }

    private Rule rule(Node.Mapping mapping) {
        shape.keys(mapping, THING, KEYS);
        String id = shape.required(mapping, THING, "id").flatMap(this::id).orElse("");
        Optional<Level> level = shape.required(mapping, THING, "level")
                .flatMap(node -> shape.word(node, "level", PolicyReader.LEVELS))
                .map(text -> Level.valueOf(text.text()));
        if (level.isPresent() && level.get() != Level.RED) {
            checkNoApproval(mapping, level.get());
        }
        return new Rule(
                id,
                level.orElse(Level.RED),
                mapping.get("because")
                        .flatMap(node -> shape.text(node, "because"))
                        .map(Node.Text::text)
                        .orElse("no reason given"),
                shape.required(mapping, THING, "paths")
                        .map(node -> new PatternsReader(shape).read(node))
                        .orElse(List.of()),
                names(mapping, "approvers", "group", groups.keySet()),
                mapping.get("approvals").map(this::approvals).orElse(1),
                mapping.get("approval")
                        .flatMap(node -> shape.word(node, "approval", PolicyReader.PROOFS))
                        .map(PolicyReader::proof)
                        .orElse(proof),
                names(mapping, "invariants", "invariant", invariants));
    }

    private Optional<String> id(Node node) {
        return shape.form(node, "the rule's id", PolicyReader.ID, PolicyReader.ID_WORDS)
                .map(text -> {
                    String id = text.text();
                    if (RESERVED.stream().anyMatch(id::equalsIgnoreCase)) {
                        shape.problem(
                                text.mark(),
                                "the rule's id is '" + id + "', which is built in; give the rule another id");
                    }
                    Optional.ofNullable(marks.putIfAbsent(id, text.mark()))
                            .ifPresent(first -> shape.problem(
                                    text.mark(), "the rule's id is '" + id + "', like that of the rule at " + first));
                    return id;
                });
    }

    private void checkNoApproval(Node.Mapping mapping, Level level) {
        for (Node.Pair pair : mapping.pairs()) {
            if (List.of("approvers", "approvals", "approval")
                    .contains(pair.key().text())) {
                shape.problem(
                        pair.key().mark(), pair.key().text() + " belongs to RED rules only, and this one is " + level);
            }
        }
    }

    private int approvals(Node node) {
        return shape.form(node, "approvals", "[1-9][0-9]{0,2}", "a number from 1 to 999")
                .map(text -> Integer.parseInt(text.text()))
                .orElse(1);
    }

    /** The texts listed under {@code key}, each known. */
    private List<String> names(Node.Mapping mapping, String key, String kind, Set<String> known) {
        List<String> names = new ArrayList<>();
        mapping.get(key).ifPresent(list -> {
            List<Node> items = shape.items(list, key);
            if (items.isEmpty() && list instanceof Node.Sequence) {
                shape.problem(list.mark(), key + " is empty; name one " + kind + " or more, or leave the key out");
            }
            items.forEach(item -> shape.text(item, "the " + kind).ifPresent(text -> {
                if (!known.contains(text.text())) {
                    shape.problem(text.mark(), unknown(kind, text.text(), known));
                }
                names.add(text.text());
            }));
        });
        return names;
    }

    private static String unknown(String kind, String name, Set<String> known) {
        return "the " + kind + " '" + name + "' is unknown; "
                + (known.isEmpty() ? "the policy has none" : "known are " + String.join(", ", known));
    }
}
