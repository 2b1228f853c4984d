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
    private final String literal;

    private GitPattern(FastIgnoreRule rule, String literal) {
        this.rule = rule;
        this.literal = literal;
    }

    /** Compiles {@code glob}, which takes nothing back ({@code !}); empty when it can match nothing. */
    public static Optional<GitPattern> of(String glob) {
        FastIgnoreRule rule = new FastIgnoreRule(withPlainClasses(glob));
        return rule.isEmpty() || rule.getNegation()
                ? Optional.empty()
                : Optional.of(new GitPattern(rule, literal(glob)));
    }

    /**
     * The glob with ranges for named classes. To JGit they hold whatever the JDK takes for a letter or digit, which is more with each
     * version of it; to git they hold ASCII alone.
     */
    private static String withPlainClasses(String glob) {
        return glob.indexOf("[:") < 0
                ? glob
                : glob.replace("[:alpha:]", "A-Za-z")
                        .replace("[:digit:]", "0-9")
                        .replace("[:lower:]", "a-z")
                        .replace("[:upper:]", "A-Z");
    }

    /**
     * Whether the pattern matches the entry itself, as opposed to a folder above it.
     *
     * @param path relative to the root of the repository, {@code /} on all platforms
     * @param folder whether the entry is a folder
     */
    public boolean matches(String path, boolean folder) {
        if (rule.dirOnly() && !folder) {
            return false;
        }
        // Most patterns fail here already, at a tenth of the cost.
        int from = rule.getNameOnly() ? path.lastIndexOf('/') + 1 : 0;
        return path.indexOf(literal, from) >= 0 && rule.isMatch(path, folder, true);
    }

    /** The longest text that each match holds as it is: what stands between wildcards, and outside of classes and escapes. */
    public static String literal(String glob) {
        int first = 0;
        while (first < glob.length() && glob.charAt(first) != '[' && glob.charAt(first) != '\\') {
            first++;
        }
        boolean onlyClasses = glob.indexOf('\\') < 0;
        String tail = onlyClasses && first < glob.length() ? glob.substring(glob.lastIndexOf(']') + 1) : "";
        String longest = "";
        for (String literal : (glob.substring(0, first) + "*" + tail).split("[*?/]", -1)) {
            longest = literal.length() > longest.length() ? literal : longest;
        }
        return longest;
    }
}
