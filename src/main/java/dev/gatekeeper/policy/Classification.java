package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The level of each changed path, in the order of the change. */
public record Classification(List<ClassifiedPath> paths) {

    public Classification {
        paths = List.copyOf(paths);
    }

    /** The computed level of the change: that of its riskiest path; GREEN when there is none. */
    public Level level() {
        Level level = Level.GREEN;
        for (ClassifiedPath path : paths) {
            level = level.orHigher(path.level());
        }
        return level;
    }

    /** The paths of one level. */
    public List<ClassifiedPath> at(Level level) {
        List<ClassifiedPath> found = new ArrayList<>();
        for (ClassifiedPath path : paths) {
            if (path.level() == level) {
                found.add(path);
            }
        }
        return List.copyOf(found);
    }

    /** Every rule that a path touches, whichever rule gives the path its level, in the order of the paths. */
    public List<Touched> touched() {
        Map<Match.Id, Match> matches = new LinkedHashMap<>();
        Map<Match.Id, List<ClassifiedPath>> byRule = new HashMap<>();
        for (ClassifiedPath path : paths) {
            for (Match match : path.matches()) {
                matches.putIfAbsent(match.id(), match);
                byRule.computeIfAbsent(match.id(), id -> new ArrayList<>()).add(path);
            }
        }
        List<Touched> touched = new ArrayList<>();
        for (Match match : matches.values()) {
            touched.add(new Touched(match.policy(), match.rule(), byRule.getOrDefault(match.id(), List.of())));
        }
        return List.copyOf(touched);
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
