package dev.gatekeeper.lint;

import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in a valid policy's file its rules and their patterns stand.
 *
 * @param rules the places of the rules' ids, by id
 * @param patterns the places of each rule's patterns, in their order, by id
 */
record PolicyPlaces(Map<String, Mark> rules, Map<String, List<Mark>> patterns) {

    static PolicyPlaces of(byte[] policy) {
        PolicyPlaces places = new PolicyPlaces(new HashMap<>(), new HashMap<>());
        try {
            for (Node item : items(StrictYaml.read(policy), "rules")) {
                places.add(item);
            }
        } catch (StrictYamlException e) {
            throw new IllegalArgumentException("the policy is not valid", e);
        }
        return places;
    }

    private void add(Node rule) {
        if (rule instanceof Node.Mapping mapping && mapping.get("id").orElseThrow() instanceof Node.Text id) {
            List<Mark> marks = new ArrayList<>();
            for (Node pattern : items(rule, "paths")) {
                marks.add(pattern.mark());
            }
            rules.put(id.text(), id.mark());
            patterns.put(id.text(), marks);
        }
    }

    private static List<Node> items(Node parent, String key) {
        Optional<Node> list = parent instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty();
        return list.isPresent() && list.get() instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }

    /** Where {@code rule} stands; nowhere for a built-in one. */
    Optional<Mark> of(String rule) {
        return Optional.ofNullable(rules.get(rule));
    }

    /** Where the pattern number {@code number}, counted from 0, of {@code rule} stands. */
    Optional<Mark> of(String rule, int number) {
        List<Mark> marks = patterns.getOrDefault(rule, List.of());
        return number < marks.size() ? Optional.of(marks.get(number)) : Optional.empty();
    }
}
