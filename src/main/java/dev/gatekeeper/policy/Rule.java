package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import java.util.List;

/**
 * Gives the paths that its patterns match a level, and says what it asks of a change that touches it.
 *
 * @param id unique in its policy
 * @param level the level of the paths that it matches
 * @param because why, in words for people
 * @param patterns its globs, in their order; empty for {@link #UNMATCHED}
 * @param groups the groups whose members may approve; empty for any approver
 * @param approvals how many different people must approve; 1 or more; asked for by RED rules only
 * @param proof what an approval must be proven by
 * @param invariants the ids that a contract must answer
 */
public record Rule(
        String id,
        Level level,
        String because,
        List<PathPattern> patterns,
        List<String> groups,
        int approvals,
        Proof proof,
        List<String> invariants) {

    /** Id of the built-in rule for Gatekeeper's own files, the required files and {@code .gitattributes}. */
    public static final String GATEKEEPER = "gatekeeper";

    /** Id of the built-in rule for symbolic links, submodules and {@code .gitmodules}. */
    public static final String LINKS = "gatekeeper-links";

    /** Id of the built-in rule for the paths that no other rule matches. */
    public static final String UNMATCHED = "unmatched";

    public Rule {
        patterns = List.copyOf(patterns);
        groups = List.copyOf(groups);
        invariants = List.copyOf(invariants);
        if (approvals < 1) {
            throw new IllegalArgumentException("a rule asks for 1 approval or more");
        }
    }

    /** Whether what {@code pattern}, one of its own, matches gets a higher level than without it. */
    public boolean raisesBy(PathPattern pattern) {
        return (level == Level.GREEN) == pattern.takesBack();
    }

    /** A rule that asks for nothing but its level: one approval by anybody where it is RED. */
    public static Rule plain(String id, Level level, String because, List<PathPattern> patterns, Proof proof) {
        return new Rule(id, level, because, patterns, List.of(), 1, proof, List.of());
    }
}
