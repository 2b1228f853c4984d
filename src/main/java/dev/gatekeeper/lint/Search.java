package dev.gatekeeper.lint;

import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Match;
import dev.gatekeeper.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The search for the shortest path of a set that no rule speaks against.
 *
 * <p>A path of the set is tried; whatever rules speak against it are taken out of the set, and the next one is tried. So only those
 * rules are looked at that matter, and whatever is found was held against the policy itself.
 */
final class Search {

    private final RuleLanguages languages;

    Search(RuleLanguages languages) {
        this.languages = languages;
    }

    /**
     * Looks for a path.
     *
     * @param among where to look
     * @param against the rules that speak against a path, all of which touch it; none for one that is looked for
     * @param ruledOut is given each rule that spoke against one
     */
    Optional<String> shortest(Language among, Function<String, List<Rule>> against, List<Rule> ruledOut)
            throws TooLargeException {
        Language left = among;
        for (Optional<String> path = ExamplePaths.shortest(left);
                path.isPresent();
                path = ExamplePaths.shortest(left)) {
            List<Rule> rules = against.apply(path.get());
            if (rules.isEmpty()) {
                return path;
            }
            for (Rule rule : rules) {
                left = left.minus(languages.of(rule));
                ruledOut.add(rule);
            }
        }
        return Optional.empty();
    }

    /** Those rules with patterns that {@code path} touches. */
    static List<Rule> touched(ClassifiedPath path, Predicate<Rule> which) {
        List<Rule> touched = new ArrayList<>();
        for (Match match : path.matches()) {
            if (!match.rule().patterns().isEmpty() && which.test(match.rule())) {
                touched.add(match.rule());
            }
        }
        return touched;
    }
}
