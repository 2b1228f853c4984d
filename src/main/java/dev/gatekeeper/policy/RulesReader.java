package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.HashSet;
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

    private static final String POLICY_APPROVERS = "policyApprovers";
    private static final String UNSAFE_PATHS = "unsafePathsAllowed";

    private final Values values;
    private final Proof proof;
    private final NamedGroups groups;
    private final Set<String> invariants;
    private final Strictness strictness;
    private final Map<String, Mark> marks = new LinkedHashMap<>();

    /**
     * @param proof the policy's default
     * @param groups the groups that it may name
     * @param invariants the ids that the policy knows
     */
    RulesReader(Values values, Proof proof, NamedGroups groups, Set<String> invariants, Strictness strictness) {
        this.values = values;
        this.proof = proof;
        this.groups = groups;
        this.invariants = invariants;
        this.strictness = strictness;
    }

    /** Reads the rules of {@code policy}, which a message calls {@code thing}; an organisation's may have none. */
    List<Rule> read(Node.Mapping policy, String thing, Origin origin) {
        Optional<Node> list = values.required(policy, thing, "rules");
        List<Node> items = values.items(policy, "rules");
        if (origin != Origin.ORGANISATION
                && items.isEmpty()
                && list.isPresent()
                && list.get() instanceof Node.Sequence empty) {
            values.problem(empty.mark(), "rules is empty; a policy has one rule or more");
        }
        List<Rule> rules = new ArrayList<>();
        for (Node.Mapping mapping : values.mappings(items, THING, "id")) {
            rules.add(rule(mapping));
        }
        return rules;
    }

    /** Reports rules of {@code policy}, read from {@code root}, that ask for more approvals than their approvers can give. */
    void checkApprovals(Policy policy, Node.Mapping root) {
        Optional<Node> policyApprovers = root.get(POLICY_APPROVERS);
        new PolicyFeasibility(values, policy)
                .check(
                        marks,
                        policyApprovers.isPresent()
                                ? Optional.of(policyApprovers.get().mark())
                                : Optional.empty());
    }

    private Rule rule(Node.Mapping mapping) {
        values.keys(mapping, THING, KEYS);
        String id = id(mapping);
        values.required(mapping, THING, "level");
        Level level = Level.valueOf(values.word(mapping, "level", PolicyReader.LEVELS, Level.RED.name()));
        if (level != Level.RED) {
            checkNoApproval(mapping, level);
        }
        return new Rule(
                id,
                level,
                because(mapping),
                patterns(mapping),
                groups(mapping, "approvers"),
                approvals(mapping),
                PolicyReader.proof(values, mapping, proof),
                invariants(mapping));
    }

    /** The rule's id; empty where it has none that can be used. */
    private String id(Node.Mapping mapping) {
        Optional<Node> node = values.required(mapping, THING, "id");
        Optional<Node.Text> text = node.isEmpty()
                ? Optional.empty()
                : values.form(node.get(), "the rule's id", PolicyReader.ID, PolicyReader.ID_WORDS);
        if (text.isEmpty()) {
            return "";
        }
        String id = text.get().text();
        Mark mark = text.get().mark();
        for (String reserved : RESERVED) {
            if (id.equalsIgnoreCase(reserved)) {
                values.problem(mark, "the rule's id is '" + id + "', which is built in; give the rule another id");
            }
        }
        Mark first = marks.putIfAbsent(id, mark);
        if (first != null) {
            values.problem(mark, "the rule's id is '" + id + "', like that of the rule at " + first);
        }
        return id;
    }

    private String because(Node.Mapping mapping) {
        Optional<Node> node = mapping.get("because");
        Optional<Node.Text> text = node.isPresent() ? values.text(node.get(), "because") : Optional.empty();
        return text.isPresent() ? text.get().text() : "no reason given";
    }

    private List<PathPattern> patterns(Node.Mapping mapping) {
        Optional<Node> node = values.required(mapping, THING, "paths");
        if (node.isPresent()
                && node.get() instanceof Node.Sequence empty
                && empty.items().isEmpty()) {
            values.problem(empty.mark(), "paths is empty; a rule has one pattern or more");
        }
        return node.isPresent() ? patterns(node.get(), "paths", "a rule") : List.of();
    }

    /** The patterns of a list without a flaw, in the order of the file; one of those that {@code owner} has doesn't take back. */
    private List<PathPattern> patterns(Node node, String key, String owner) {
        List<PathPattern> patterns = new ArrayList<>();
        boolean onlyTakesBack = true;
        for (Node.Text text : values.texts(values.items(node, key), "the pattern")) {
            Optional<String> foreign =
                    strictness.letsOldFormsStand() ? Optional.empty() : ForeignPattern.flaw(text.text());
            Optional<String> flaw = foreign.isPresent() ? foreign : Glob.flaw(text.text());
            if (flaw.isPresent()) {
                values.problem(text.mark(), "the pattern '" + text.text() + "' " + flaw.get());
            } else {
                PathPattern pattern = new PathPattern(text.text());
                patterns.add(pattern);
                onlyTakesBack &= pattern.takesBack();
            }
        }
        if (!patterns.isEmpty() && onlyTakesBack) {
            values.problem(
                    node.mark(), key + " only takes back ('!'); " + owner + " has one pattern or more that doesn't");
        }
        return patterns;
    }

    private void checkNoApproval(Node.Mapping mapping, Level level) {
        for (Node.Pair pair : mapping.pairs()) {
            if (List.of("approvers", "approvals", "approval")
                    .contains(pair.key().text())) {
                values.problem(
                        pair.key().mark(), pair.key().text() + " belongs to RED rules only, and this one is " + level);
            }
        }
    }

    private int approvals(Node.Mapping mapping) {
        Optional<Node> node = mapping.get("approvals");
        Optional<Node.Text> text = node.isEmpty()
                ? Optional.empty()
                : values.form(node.get(), "approvals", "[1-9][0-9]{0,2}", "a number from 1 to 999");
        return text.isPresent() ? Integer.parseInt(text.get().text()) : 1;
    }

    private List<String> invariants(Node.Mapping mapping) {
        List<String> names = new ArrayList<>();
        for (Node.Text text : values.texts(values.filledItems(mapping, "invariants", "invariant"), "the invariant")) {
            if (!invariants.contains(text.text())) {
                values.problem(
                        text.mark(),
                        "the invariant '" + text.text() + "' is unknown; "
                                + (invariants.isEmpty()
                                        ? "the policy has none"
                                        : "known are " + String.join(", ", invariants)));
            }
            names.add(text.text());
        }
        return names;
    }

    /** The groups that answer for the built-in rule of Gatekeeper's own files; none where the policy leaves them out. */
    List<String> policyApprovers(Node.Mapping policy) {
        return groups(policy, POLICY_APPROVERS);
    }

    /** The groups listed under {@code key}, each known and there once. */
    private List<String> groups(Node.Mapping mapping, String key) {
        List<String> names = new ArrayList<>();
        for (Node.Text text : values.texts(values.filledItems(mapping, key, "group"), "the group")) {
            Optional<String> problem = names.contains(text.text())
                    ? Optional.of("the group '" + text.text() + "' stands in the list twice")
                    : groups.name(text.text());
            if (problem.isPresent()) {
                values.problem(text.mark(), problem.get());
            }
            names.add(text.text());
        }
        return names;
    }

    /** The patterns of what may have an unsafe name; none where the policy leaves them out. */
    List<PathPattern> unsafePathsAllowed(Node.Mapping policy) {
        Optional<Node> node = policy.get(UNSAFE_PATHS);
        boolean isEmpty = node.isPresent()
                && node.get() instanceof Node.Sequence
                && values.filledItems(policy, UNSAFE_PATHS, "pattern").isEmpty();
        if (node.isEmpty() || isEmpty) {
            return List.of();
        }
        checkTwice(node.get());
        return patterns(node.get(), UNSAFE_PATHS, "the list");
    }

    /** Reports the patterns that stand in {@code list} a second time. */
    private void checkTwice(Node list) {
        Set<String> before = new HashSet<>();
        if (list instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Node.Text text && !before.add(text.text())) {
                    values.problem(text.mark(), "the pattern '" + text.text() + "' stands in the list twice");
                }
            }
        }
    }
}
