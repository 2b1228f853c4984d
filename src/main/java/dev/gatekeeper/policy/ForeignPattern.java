package dev.gatekeeper.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds patterns that say something in another language than gitignore's: regular expressions, shells, CODEOWNERS, lists in one text, and
 * routes whose folders are really called {@code [slug]}. To git they are sound and match nothing that their author means, so that a
 * RED rule would quietly guard nothing.
 */
final class ForeignPattern {

    private static final String LITERALLY = ", which git takes literally; ";
    private static final String ONE_EACH = LITERALLY + "write one pattern for each, or ";
    private static final String ITSELF = " in single quotes for the character itself";
    private static final String THEMSELVES = " in single quotes for the characters themselves";

    private static final String OF_SIGNS = ":^$|{}(,@#[";

    /** A folder of a template, {@code {{cookiecutter.name}}}. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}/]*}}");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:).*", Pattern.DOTALL);

    private static final List<Sign> SIGNS = List.of(
            new Sign(
                    "^\\^",
                    "starts with '^'" + LITERALLY + "write '/' to mean the root of the repository, or '\\^'" + ITSELF),
            new Sign(
                    "\\$$",
                    "ends with '$'" + LITERALLY
                            + "leave it out, since a pattern holds to the end of the name, or write '\\$'" + ITSELF),
            new Sign("@\\(", "holds '@('" + ONE_EACH + "'@\\('" + THEMSELVES),
            new Sign("\\|", "holds '|'" + ONE_EACH + "'\\|'" + ITSELF),
            new Sign("\\{[^}]*,", "holds alternatives in '{}'" + LITERALLY + "write one pattern for each"),
            new Sign("[{}]", "holds '{' or '}'" + LITERALLY + "write the name alone, or '\\{' and '\\}'" + THEMSELVES),
            new Sign(",[ \\u00A0]", "holds a ',' and a space" + ONE_EACH + "'\\,'" + ITSELF),
            new Sign(
                    "[ \\u00A0]@",
                    "holds a space and '@'" + LITERALLY + "name groups under 'approvers', or write '\\@'" + ITSELF),
            new Sign(
                    "[ \\u00A0]#",
                    "holds a space and '#'" + LITERALLY + "put a comment behind the quotes, or write '\\#'" + ITSELF));

    /** A part of a path that is one class, or one in brackets of its own, alone or with an ending. */
    private static final Pattern IN_BRACKETS = Pattern.compile("(\\[+)([^\\[\\]]+)(]+)(?:\\.[^\\[\\]]*)?");

    private static final Pattern RANGE = Pattern.compile("([A-Za-z0-9])-([A-Za-z0-9])");

    private ForeignPattern() {}

    /** What {@code glob} says elsewhere and not to git, as the rest of a sentence that the glob starts; empty where it is sound. */
    static Optional<String> flaw(String glob) {
        if (!holdsAny(glob)) {
            return Optional.empty();
        }
        String plain = Glob.withoutEscapes(glob.startsWith("!") ? glob.substring(1) : glob);
        Matcher scheme = SCHEME.matcher(plain);
        if (scheme.matches()) {
            return Optional.of("starts with '" + scheme.group(1) + "'" + LITERALLY
                    + "write the pattern alone, like 'src/auth/', or '\\:'" + ITSELF);
        }
        String literal = TEMPLATE.matcher(Glob.withoutClasses(plain)).replaceAll("_");
        for (Sign sign : SIGNS) {
            if (sign.pattern().matcher(literal).find()) {
                return Optional.of(sign.words());
            }
        }
        return nameInBrackets(plain);
    }

    /** Most patterns hold none of the characters that other languages give a meaning, and are spared the search for signs. */
    private static boolean holdsAny(String glob) {
        for (int i = 0; i < glob.length(); i++) {
            if (OF_SIGNS.indexOf(glob.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> nameInBrackets(String plain) {
        for (String part : plain.split("/", -1)) {
            Matcher brackets = IN_BRACKETS.matcher(part);
            if (brackets.matches() && !isClass(brackets)) {
                String name = part.substring(0, brackets.end(3));
                return Optional.of("holds '" + name + "', which to git stands for a single character; write '"
                        + name.replace("[", "\\[").replace("]", "\\]") + "' in single quotes for a name in brackets");
            }
        }
        return Optional.empty();
    }

    private static boolean isClass(Matcher brackets) {
        boolean single = brackets.group(1).length() == 1 && brackets.group(3).length() == 1;
        String members = brackets.group(2);
        boolean named = members.startsWith(":") && members.endsWith(":");
        return single ? "!^".indexOf(members.charAt(0)) >= 0 || holdsRange(members) : named;
    }

    /** Whether there is a range and nothing that it makes superfluous: {@code [auth-zone]} is a name, and {@code [a-z_]} is none. */
    private static boolean holdsRange(String members) {
        Matcher range = RANGE.matcher(members);
        boolean found = false;
        while (range.find()) {
            char first = range.group(1).charAt(0);
            char last = range.group(2).charAt(0);
            String others = members.substring(0, range.start()) + members.substring(range.end());
            found |= first <= last && others.chars().noneMatch(c -> first <= c && c <= last);
        }
        return found;
    }

    /** A sign of another language, and what to say of it. */
    private record Sign(Pattern pattern, String words) {

        Sign(String pattern, String words) {
            this(Pattern.compile(pattern), words);
        }
    }
}
