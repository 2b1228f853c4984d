package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The level of each changed path, in the order of the change.
 */
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

    /** Every rule that a path touches, once, in the order of the paths. */
    public Set<Touched> touched() {
        Set<Touched> touched = new LinkedHashSet<>();
        IdentityHashMap<Policy, IdentityHashMap<Rule, Rule>> seen = new IdentityHashMap<>();
        for (ClassifiedPath path : paths) {
            for (Match match : path.matches()) {
                // Hashing a policy is dear, and most paths touch the very same rules.
                if (seen.computeIfAbsent(match.policy(), policy -> new IdentityHashMap<>())
                                .put(match.rule(), match.rule())
                        == null) {
                    touched.add(new Touched(match.policy(), match.rule()));
                }
            }
        }
        return touched;
    }

    /** A rule that the change touches, and the policy that holds it. */
    public record Touched(Policy policy, Rule rule) {}
}
