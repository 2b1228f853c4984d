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
    private final Name name;

    private GitPattern(FastIgnoreRule rule, String literal, Name name) {
        this.rule = rule;
        this.literal = literal;
        this.name = name;
    }

    /** Compiles {@code glob}, which takes nothing back ({@code !}); empty when it can match nothing. */
    public static Optional<GitPattern> of(String glob) {
        FastIgnoreRule rule = new FastIgnoreRule(withPlainClasses(glob));
        return rule.isEmpty() || rule.getNegation()
                ? Optional.empty()
                : Optional.of(new GitPattern(rule, literal(glob), Name.of(glob)));
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
        int start = path.lastIndexOf('/') + 1;
        return path.indexOf(literal, rule.getNameOnly() ? start : 0) >= 0
                && name.mayBe(path, start)
                && rule.isMatch(path, folder, true);
    }

    /**
     * What is easily told of the name of whatever a pattern matches.
     *
     * @param beginning what it begins with
     * @param end what it ends with, behind that
     * @param most how long it may be
     */
    private record Name(String beginning, String end, int most) {

        private static final Name ANY = new Name("", "", Integer.MAX_VALUE);

        static Name of(String glob) {
            int behind = glob.length() - (glob.endsWith("/") ? 1 : 0);
            String name = glob.substring(glob.lastIndexOf('/', behind - 1) + 1, behind);
            if (name.indexOf('[') >= 0 || name.indexOf('\\') >= 0) {
                return ANY;
            }
            int first = 0;
            while (first < name.length() && !isWildcard(name.charAt(first))) {
                first++;
            }
            int last = name.length();
            while (last > first && !isWildcard(name.charAt(last - 1))) {
                last--;
            }
            // A question mark is one character, which may take two chars.
            int most = name.indexOf('*') >= 0 ? Integer.MAX_VALUE : name.length() + last - first;
            return new Name(name.substring(0, first), name.substring(last), most);
        }

        private static boolean isWildcard(char unit) {
            return unit == '*' || unit == '?';
        }

        boolean mayBe(String path, int start) {
            int length = path.length() - start;
            return length >= beginning.length() + end.length()
                    && length <= most
                    && path.startsWith(beginning, start)
                    && path.endsWith(end);
        }
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
        String text = glob.substring(0, first) + "*" + tail + "*";
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if ("*?/".indexOf(text.charAt(i)) >= 0) {
                longest = i - start > longest.length() ? text.substring(start, i) : longest;
                start = i + 1;
            }
        }
        return longest;
    }
}
