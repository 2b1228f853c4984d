package dev.gatekeeper.policy;

import dev.gatekeeper.change.RawPath;
import java.util.List;
import java.util.Optional;

/**
 * Paths by the patterns of a rule that lowers: each matches as written, and what lies below a folder only where it ends in {@code /} or
 * {@code /**}.
 *
 * @param patterns the last one that matches decides
 */
public record ExactPaths(List<PathPattern> patterns) {

    public ExactPaths {
        patterns = List.copyOf(patterns);
    }

    /** Those of {@code globs}, of which none has a {@link #flaw}. */
    public static ExactPaths of(List<String> globs) {
        return new ExactPaths(globs.stream().map(PathPattern::new).toList());
    }

    /** What is wrong with {@code glob}, in words that follow it. */
    public static Optional<String> flaw(String glob) {
        Optional<String> foreign = ForeignPattern.flaw(glob);
        return foreign.isPresent() ? foreign : Glob.flaw(glob);
    }

    public boolean hold(RawPath path) {
        return LooseningPatterns.matchedParts(patterns, path.text()).get(path.depth());
    }
}
