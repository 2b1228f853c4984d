package dev.gatekeeper.lint;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Match;
import dev.gatekeeper.policy.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many of some things, files or changes, are of each level, and by which rules.
 *
 * @param levels how many are of each level; every level is there
 * @param rules the rules that decide any, the highest level first, then those that decide most
 */
public record Counts(Map<Level, Integer> levels, List<RuleCount> rules) {

    public Counts {
        levels = Map.copyOf(levels);
        rules = List.copyOf(rules);
    }

    /** How many there are of {@code level}. */
    public int of(Level level) {
        return levels.getOrDefault(level, 0);
    }

    /** How many there are of all levels. */
    public int all() {
        return levels.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The files that {@code files} classifies, each for itself. */
    static Counts ofFiles(Classification files) {
        Tally tally = new Tally();
        for (ClassifiedPath file : files.paths()) {
            tally.add(file.level(), deciding(List.of(file)));
        }
        return tally.counts();
    }

    /** The rules, by their ids, that give {@code paths}, all of one level, that level. */
    private static Map<String, Rule> deciding(List<ClassifiedPath> paths) {
        Map<String, Rule> deciding = new LinkedHashMap<>();
        for (ClassifiedPath path : paths) {
            for (Match match : path.matches()) {
                if (match.rule().level() == path.level()) {
                    deciding.put(match.rule().id(), match.rule());
                }
            }
        }
        return deciding;
    }

    /** Counts in the making. */
    static final class Tally {

        private final Map<Level, Integer> levels = new EnumMap<>(Level.class);
        private final Map<String, Rule> rules = new LinkedHashMap<>();
        private final Map<String, Integer> decided = new LinkedHashMap<>();
        private final Map<String, Integer> alone = new LinkedHashMap<>();

        /** Counts a change once, as its riskiest paths are. */
        void add(Classification change) {
            add(change.level(), deciding(change.at(change.level())));
        }

        private void add(Level level, Map<String, Rule> deciding) {
            levels.merge(level, 1, Integer::sum);
            rules.putAll(deciding);
            for (String rule : deciding.keySet()) {
                decided.merge(rule, 1, Integer::sum);
                alone.merge(rule, deciding.size() == 1 ? 1 : 0, Integer::sum);
            }
        }

        Counts counts() {
            List<RuleCount> counts = new ArrayList<>();
            rules.forEach((id, rule) ->
                    counts.add(new RuleCount(rule, decided.getOrDefault(id, 0), alone.getOrDefault(id, 0))));
            counts.sort(Comparator.comparing((RuleCount count) -> count.rule().level())
                    .thenComparing(RuleCount::decided)
                    .reversed());
            return new Counts(levels, counts);
        }
    }
}
