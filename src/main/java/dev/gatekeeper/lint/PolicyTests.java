package dev.gatekeeper.lint;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a policy does what its tests say: a list of paths, each with the level that it has, and perhaps the rule that gives it.
 *
 * @param count how many tests there are
 * @param problems what is wrong with the file, and which tests don't hold
 */
public record PolicyTests(int count, List<Problem> problems) {

    private static final String THING = "the test";
    private static final List<String> KEYS = List.of("path", "level", "rule");
    private static final List<String> LEVELS = List.of(Level.GREEN.name(), Level.YELLOW.name(), Level.RED.name());

    public PolicyTests {
        problems = List.copyOf(problems);
    }

    /** No file, and so no test. */
    public static PolicyTests none() {
        return new PolicyTests(0, List.of());
    }

    /** Reads {@code file} and holds its tests against {@code policy}. */
    public static PolicyTests of(FileContent file, Policy policy) {
        if (file.bytes().isEmpty()) {
            return new PolicyTests(0, List.of(Problem.ofFile("the file " + file.problem())));
        }
        Values values = new Values();
        try {
            List<Node> items = values.items(StrictYaml.read(file.bytes().get()), "the file");
            Set<String> rules = new LinkedHashSet<>();
            policy.rules().forEach(rule -> rules.add(rule.id()));
            rules.addAll(List.of(Rule.GATEKEEPER, Rule.LINKS, Rule.UNMATCHED));
            for (Node.Mapping test : values.mappings(items, THING, "path")) {
                check(test, policy, rules, values);
            }
            return new PolicyTests(items.size(), values.problems());
        } catch (StrictYamlException e) {
            return new PolicyTests(0, List.of(e.problem()));
        }
    }

    private static void check(Node.Mapping test, Policy policy, Set<String> rules, Values values) {
        int before = values.problems().size();
        values.keys(test, THING, KEYS);
        Optional<Node.Text> path = values.required(test, THING, "path").flatMap(node -> values.text(node, "the path"));
        path.filter(text -> !isFile(text.text()))
                .ifPresent(
                        text -> values.problem(
                                text.mark(),
                                "the path '" + text.text()
                                        + "' is none of a file, from the root of the repository; write it as 'src/main/App.java'"));
        values.required(test, THING, "level");
        Level level = Level.valueOf(values.word(test, "level", LEVELS, Level.RED.name()));
        Optional<Node.Text> rule = test.get("rule").flatMap(node -> values.text(node, "the rule"));
        rule.filter(text -> !rules.contains(text.text()))
                .ifPresent(text -> values.problem(
                        text.mark(),
                        "the rule '" + text.text() + "' is none of the policy's; its rules are "
                                + String.join(", ", rules)));
        if (values.problems().size() == before && path.isPresent()) {
            hold(path.get(), level, rule.map(Node.Text::text), policy)
                    .ifPresent(problem -> values.problem(path.get().mark(), problem));
        }
    }

    private static boolean isFile(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** Why the test doesn't hold; empty where it does. */
    private static Optional<String> hold(Node.Text path, Level level, Optional<String> rule, Policy policy) {
        ClassifiedPath found = PathLevels.of(policy, path.text());
        List<String> deciding = new ArrayList<>();
        found.matches().stream()
                .filter(match -> match.rule().level() == found.level())
                .forEach(match -> deciding.add(match.rule().id()));
        String is = "the path '" + path.text() + "' is " + found.level() + " by rule " + String.join(", ", deciding);
        if (found.level() != level) {
            return Optional.of(is + ", and the test says " + level);
        }
        return rule.isEmpty() || deciding.contains(rule.get())
                ? Optional.empty()
                : Optional.of(is + ", and the test says by rule " + rule.get());
    }
}
