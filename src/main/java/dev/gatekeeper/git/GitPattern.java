package dev.gatekeeper.git;

import java.util.Optional;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * A gitignore pattern, held against one entry at a time.
 *
 * <p>JGit also answers for everything below a match, but then takes a file for a folder that a pattern asks for; held
 * against the entry alone it agrees with git (see GitPatternTest).
 */
public final class GitPattern {

    private final FastIgnoreRule rule;

    private GitPattern(FastIgnoreRule rule) {
        this.rule = rule;
    }

    /** Compiles {@code glob}, which takes nothing back ({@code !}); empty when it can match nothing. */
    public static Optional<GitPattern> of(String glob) {
        FastIgnoreRule rule = new FastIgnoreRule(glob);
        return rule.isEmpty() || rule.getNegation() ? Optional.empty() : Optional.of(new GitPattern(rule));
    }

    /**
     * Whether the pattern matches the entry itself, as opposed to a folder above it.
     *
     * @param path relative to the root of the repository, {@code /} on all platforms
     * @param folder whether the entry is a folder
     */
    public boolean matches(String path, boolean folder) {
        return rule.isMatch(path, folder, true);
    }
}
