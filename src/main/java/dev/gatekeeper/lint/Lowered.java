package dev.gatekeeper.lint;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.BuiltInRules;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * What one policy lowers against another, whether or not anything lies there: letters, digits and other signs of ASCII in any order.
 *
 * @param rules the rules of the other policy of which a path gets a lower level
 * @param undecided the rules of which nobody knows, and why
 */
public record Lowered(List<ByRule> rules, List<Undecided> undecided) {

    /**
     * A rule of which some path gets a lower level.
     *
     * @param rule the rule of the policy before
     * @param path the shortest such path
     * @param from the level of that path before
     * @param to the level of that path after
     */
    public record ByRule(Rule rule, String path, Level from, Level to) {}

    /** A rule of which the question is too large. */
    public record Undecided(Rule rule, String why) {}

    public Lowered {
        rules = List.copyOf(rules);
        undecided = List.copyOf(undecided);
    }

    static Lowered of(Policy before, Policy after) {
        return new Comparison(before, after).lowered();
    }

    /** The rules of {@code policy} that have patterns, the built-in ones among them. */
    static List<Rule> withPatterns(Policy policy) {
        List<Rule> rules = new ArrayList<>(List.of(BuiltInRules.gatekeeper(policy)));
        rules.addAll(policy.rules());
        rules.add(BuiltInRules.links(policy));
        return rules;
    }

    private static final class Comparison {

        private final Policy before;
        private final Policy after;
        private final RuleLanguages languages = new RuleLanguages();
        private final List<ByRule> lowered = new ArrayList<>();
        private final List<Undecided> undecided = new ArrayList<>();

        Comparison(Policy before, Policy after) {
            this.before = before;
            this.after = after;
        }

        Lowered lowered() {
            for (Rule rule : withPatterns(before)) {
                if (rule.level() != Level.GREEN && !isKept(rule)) {
                    look(rule, () -> languages.of(rule), path -> List.of());
                }
            }
            if (before.unmatched() != Level.GREEN) {
                look(
                        BuiltInRules.unmatched(before),
                        () -> Language.ALL,
                        path -> Search.touched(path, rule -> !rule.id().equals(Rule.LINKS)));
            }
            return new Lowered(lowered, undecided);
        }

        /** Whether a rule like it still raises whatever it did. */
        private boolean isKept(Rule rule) {
            return withPatterns(after).stream()
                    .anyMatch(kept -> kept.level().isAtLeast(rule.level())
                            && (kept.level() == Level.GREEN) == (rule.level() == Level.GREEN)
                            && kept.patterns().equals(rule.patterns()));
        }

        private interface Paths {

            Language get() throws TooLargeException;
        }

        private interface ExceptFor {

            List<Rule> of(ClassifiedPath before);
        }

        private void look(Rule rule, Paths paths, ExceptFor exception) {
            try {
                Language among = paths.get();
                if (after.unmatched().isAtLeast(rule.level())) {
                    among = among.and(matchedBelow(rule.level()));
                }
                new Search(languages)
                        .shortest(among, path -> against(path, rule.level(), exception), new ArrayList<>())
                        .ifPresent(path -> lowered.add(new ByRule(
                                rule,
                                path,
                                PathLevels.of(before, path).level(),
                                PathLevels.of(after, path).level())));
            } catch (TooLargeException e) {
                undecided.add(new Undecided(rule, e.why()));
            }
        }

        private List<Rule> against(String path, Level level, ExceptFor exception) {
            List<Rule> against = new ArrayList<>(exception.of(PathLevels.of(before, path)));
            against.addAll(Search.touched(
                    PathLevels.of(after, path), rule -> rule.level().isAtLeast(level)));
            return against;
        }

        /** What a rule that doesn't reach {@code level} matches, where all that no rule matches does. */
        private Language matchedBelow(Level level) throws TooLargeException {
            List<Language> matched = new ArrayList<>();
            for (Rule rule : after.rules()) {
                if (!rule.level().isAtLeast(level)) {
                    matched.add(languages.of(rule));
                }
            }
            return Language.union(matched);
        }
    }
}
