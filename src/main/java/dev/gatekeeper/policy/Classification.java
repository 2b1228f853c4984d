package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The level of each changed path, in the order of the change, and the views of it that everybody asks for, computed once. */
public final class Classification {

    private final List<ClassifiedPath> paths;
    private final Map<Level, List<ClassifiedPath>> byLevel = new EnumMap<>(Level.class);
    private final List<Touched> touched;

    public Classification(List<ClassifiedPath> paths) {
        this.paths = List.copyOf(paths);
        for (Level level : Level.values()) {
            List<ClassifiedPath> found = new ArrayList<>();
            for (ClassifiedPath path : paths) {
                if (path.level() == level) {
                    found.add(path);
                }
            }
            byLevel.put(level, Collections.unmodifiableList(found));
        }
        this.touched = touched(paths);
    }

    public List<ClassifiedPath> paths() {
        return paths;
    }

    /** The computed level of the change: that of its riskiest path; GREEN when there is none. */
    public Level level() {
        if (!at(Level.RED).isEmpty()) {
            return Level.RED;
        }
        return at(Level.YELLOW).isEmpty() ? Level.GREEN : Level.YELLOW;
    }

    /** The paths of one level. */
    public List<ClassifiedPath> at(Level level) {
        return byLevel.getOrDefault(level, List.of());
    }

    /** Every rule that a path touches, whichever rule gives the path its level, in the order of the paths. */
    public List<Touched> touched() {
        return touched;
    }

    private static List<Touched> touched(List<ClassifiedPath> paths) {
        Map<Match.Id, Match> matches = new LinkedHashMap<>();
        Map<Match.Id, List<ClassifiedPath>> byRule = new HashMap<>();
        for (ClassifiedPath path : paths) {
            for (Match match : path.matches()) {
                List<ClassifiedPath> touching = byRule.get(match.id());
                if (touching == null) {
                    touching = new ArrayList<>();
                    matches.put(match.id(), match);
                    byRule.put(match.id(), touching);
                }
                touching.add(path);
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
