package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The level of each changed path, in the order of the change. */
public record Classification(List<ClassifiedPath> paths) {

    public Classification {
        paths = List.copyOf(paths);
    }

    /** The computed level of the change: that of its riskiest path; GREEN when there is none. */
    public Level level() {
        return paths.stream().map(ClassifiedPath::level).reduce(Level.GREEN, Level::orHigher);
    }

    /** The paths of one level. */
    public List<ClassifiedPath> at(Level level) {
        return paths.stream().filter(path -> path.level() == level).toList();
    }

    /** Every rule that a path touches, whichever rule gives the path its level, in the order of the paths. */
    public List<Touched> touched() {
        Map<Match.Id, List<ClassifiedPath>> byRule = new LinkedHashMap<>();
        Map<Match.Id, Match> matches = new HashMap<>();
        for (ClassifiedPath path : paths) {
            for (Match match : path.matches()) {
                matches.putIfAbsent(match.id(), match);
                byRule.computeIfAbsent(match.id(), id -> new ArrayList<>()).add(path);
            }
        }
        return byRule.entrySet().stream()
                .map(entry -> {
                    Match match = Objects.requireNonNull(matches.get(entry.getKey()));
                    return new Touched(match.policy(), match.rule(), entry.getValue());
                })
                .toList();
    }

    /**
     * A rule that the change touches.
     *
     * @param policy the policy that holds it
     * @param rule the rule
     * @param paths the paths that touch it, one or more
     */
    public record Touched(Policy policy, Rule rule, List<ClassifiedPath> paths) {

        public Touched {
            paths = List.copyOf(paths);
        }
    }
}
