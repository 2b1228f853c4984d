package dev.gatekeeper.lint;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Rules that give no path its level, since others give all that they match a higher one. */
final class Outweighed {

    private Outweighed() {}

    /** @param decidesNone whether a rule decides none of the files that are there; of one that does there is no question */
    static List<Problem> of(Policy policy, PolicyPlaces places, Predicate<Rule> decidesNone) {
        RuleLanguages languages = new RuleLanguages();
        List<Problem> remarks = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            if (decidesNone.test(rule)) {
                look(policy, rule, languages)
                        .ifPresent(what ->
                                remarks.add(new Problem(places.of(rule.id()), "the rule '" + rule.id() + "' " + what)));
            }
        }
        return remarks;
    }

    private static Optional<String> look(Policy policy, Rule rule, RuleLanguages languages) {
        List<Rule> stricter = new ArrayList<>();
        try {
            Language paths = languages.of(rule);
            if (ExamplePaths.shortest(paths).isEmpty()) {
                return isPlain(rule)
                        ? Optional.of("matches no path at all: it takes back whatever it matches")
                        : Optional.empty();
            }
            if (rule.level() == Level.RED) {
                return Optional.empty();
            }
            Optional<String> own = new Search(languages)
                    .shortest(
                            paths,
                            path -> Search.touched(
                                    PathLevels.of(policy, path),
                                    other -> !rule.level().isAtLeast(other.level())),
                            stricter);
            return own.isPresent()
                    ? Optional.empty()
                    : Optional.of("gives no path its level: all that it matches is of a higher one by "
                            + (ids(stricter).size() == 1 ? "rule " : "the rules ") + Words.list(ids(stricter)));
        } catch (TooLargeException e) {
            return Optional.of("may be outweighed by others, which is not decided: " + e.why());
        }
    }

    /** Of letters beyond ASCII nothing is known here. */
    private static boolean isPlain(Rule rule) {
        return rule.patterns().stream()
                .allMatch(pattern -> pattern.glob().chars().allMatch(c -> c < 0x80));
    }

    private static Set<String> ids(List<Rule> rules) {
        Set<String> ids = new LinkedHashSet<>();
        rules.forEach(rule -> ids.add(rule.id()));
        return ids;
    }
}
