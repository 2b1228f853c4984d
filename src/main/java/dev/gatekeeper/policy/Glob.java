package dev.gatekeeper.policy;

import dev.gatekeeper.git.GitPattern;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.Joiners;
import dev.gatekeeper.text.NormalForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a pattern: what is wrong with it, and which folders it leads through. */
final class Glob {

    private static final int MAX_LENGTH = 1000;

    /** With more, matching a long hostile name takes for ever. */
    private static final int MAX_STARS = 4;

    /** The space, and those that don't break a line, which programs put into the names of files. */
    private static final String NAMED_SPACES = " \u00A0\u2007\u202F";

    private static final String ITEM = "(?:\\[:(?:alnum|alpha|blank|digit|lower|punct|space|upper|xdigit):\\]"
            + "|[a-z]-[a-z]|[A-Z]-[A-Z]|[0-9]-[0-9]|[A-Za-z0-9_.,+@# ])";
    private static final Pattern CLASS = Pattern.compile("\\[[!^]?-?" + ITEM + "+-?\\]");
    private static final Pattern RANGE = Pattern.compile("([A-Za-z0-9])-([A-Za-z0-9])");
    private static final Pattern DOUBLE = Pattern.compile("(?<!\\\\)\\*\\*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\[*?\\[\\]!# {}()|^$@,:]");

    private Glob() {}

    /**
     * What keeps {@code glob} from doing what its author means, as the rest of a sentence that the glob starts; empty when nothing
     * does. A pattern that quietly matches nothing would leave open what it stands for.
     */
    static Optional<String> flaw(String glob) {
        String plain = glob.startsWith("!") ? glob.substring(1) : glob;
        Optional<String> flaw = flawOfEnds(glob, plain);
        if (flaw.isEmpty()) {
            flaw = flawOfSegments(plain);
        }
        return flaw.isPresent() ? flaw : flawOfSyntax(plain);
    }

    /** The glob as JGit gets it: without {@code !}, and with the stars beside other characters that count as one star. */
    static String plain(String glob) {
        String plain = glob.startsWith("!") ? glob.substring(1) : glob;
        if (plain.indexOf("**") < 0) {
            return plain;
        }
        List<String> segments = new ArrayList<>();
        for (String segment : plain.split("/", -1)) {
            segments.add(
                    segment.equals("**") ? segment : DOUBLE.matcher(segment).replaceAll("*"));
        }
        return String.join("/", segments);
    }

    /** The form that is held against folded paths. */
    static String fold(String glob) {
        return Folding.fold(glob);
    }

    /**
     * A glob for each folder that the pattern leads through: of {@code /src/auth/*.java} those for {@code src} and {@code src/auth}; of
     * one that ends in {@code /} or {@code /**} also the folder that it speaks of. Of {@code /src/**}{@code /auth/} every folder below
     * {@code src} is one; a leading {@code **} alone would make one of every folder there is.
     */
    static List<String> folders(String glob) {
        String plain = plain(glob);
        boolean ofFolder = plain.endsWith("/");
        String inner = plain.substring(plain.startsWith("/") ? 1 : 0, plain.length() - (ofFolder ? 1 : 0));
        boolean anchored = plain.startsWith("/") || inner.indexOf('/') >= 0;
        String[] segments = inner.split("/", -1);
        List<String> folders = new ArrayList<>();
        boolean named = false;
        for (int length = 1; length <= segments.length - (ofFolder ? 0 : 1); length++) {
            named |= !segments[length - 1].equals("**");
            if (named) {
                folders.add((anchored ? "/" : "") + String.join("/", Arrays.copyOf(segments, length)));
            }
        }
        return folders;
    }

    private static Optional<String> flawOfEnds(String glob, String plain) {
        if (plain.isEmpty() || plain.equals("/")) {
            return Optional.of("matches nothing");
        }
        if (glob.length() > MAX_LENGTH) {
            return Optional.of("is longer than " + MAX_LENGTH + " characters");
        }
        if (holdsUnseen(glob)) {
            return Optional.of("holds a character that nobody sees");
        }
        if (glob.startsWith("!!")) {
            return Optional.of("takes back twice; write '!\\!' in single quotes for a name that starts with '!'");
        }
        if (plain.startsWith("#")) {
            return Optional.of("is a comment to git; write '\\#' in single quotes for a name that starts with '#'");
        }
        if (!plain.equals(Characters.trim(plain))) {
            return Optional.of("starts or ends with a space");
        }
        return Optional.empty();
    }

    private static boolean holdsUnseen(String glob) {
        for (int i = 0; i < glob.length(); i += Character.charCount(glob.codePointAt(i))) {
            int c = glob.codePointAt(i);
            if (Characters.isWhiteSpace(c) && NAMED_SPACES.indexOf(c) < 0) {
                return true;
            }
        }
        return !Joiners.allBelong(glob);
    }

    /** {@code glob} with a stand-in for each letter and number beyond ASCII. */
    private static String withPlainLetters(String glob) {
        if (NormalForm.isAscii(glob)) {
            return glob;
        }
        StringBuilder plain = new StringBuilder(glob.length());
        for (int i = 0; i < glob.length(); i += Character.charCount(glob.codePointAt(i))) {
            int c = glob.codePointAt(i);
            plain.appendCodePoint(c >= 0x80 && Characters.isLetterOrNumber(c) ? '_' : c);
        }
        return plain.toString();
    }

    private static Optional<String> flawOfSegments(String plain) {
        String inner = plain.substring(plain.startsWith("/") ? 1 : 0, plain.length() - (plain.endsWith("/") ? 1 : 0));
        for (String segment : inner.split("/", -1)) {
            if (Characters.isBlank(segment) || segment.equals(".") || segment.equals("..")) {
                return Optional.of("matches nothing: no path has a part '" + segment + "'");
            }
            if (segment.contains("***")) {
                return Optional.of("holds '***'; write '*' within a name, or '**' for any folders");
            }
            if (!segment.equals("**") && stars(segment) > MAX_STARS) {
                return Optional.of("holds more than " + MAX_STARS + " '*' in one name");
            }
        }
        return Optional.empty();
    }

    /** How many there are, those that stand together counted as one. */
    private static int stars(String segment) {
        int stars = 0;
        for (int i = 0; i < segment.length(); i++) {
            boolean another = i == 0 || segment.charAt(i - 1) != '*';
            stars += another && segment.charAt(i) == '*' ? 1 : 0;
        }
        return stars;
    }

    private static Optional<String> flawOfSyntax(String plain) {
        String unescaped = withoutEscapes(withPlainLetters(plain));
        if (unescaped.indexOf('\\') >= 0) {
            return Optional.of("holds a '\\' that escapes nothing; folders are told apart by '/'");
        }
        if (withoutClasses(unescaped).indexOf('[') >= 0 || hasBackwardRange(unescaped)) {
            return Optional.of(
                    "holds a '[' that is no closed class like '[a-z]' or '[!0-9]'; write '\\[' in single quotes for the character itself");
        }
        return GitPattern.of(plain(plain)).isPresent() ? Optional.empty() : Optional.of("matches nothing");
    }

    /** {@code glob} with a stand-in for each escape of a character that means something, to git or elsewhere. */
    static String withoutEscapes(String glob) {
        return glob.indexOf('\\') < 0 ? glob : ESCAPED.matcher(glob).replaceAll("_");
    }

    /** {@code glob}, which holds no escapes, with a stand-in for each class. */
    static String withoutClasses(String glob) {
        return glob.indexOf('[') < 0 ? glob : CLASS.matcher(glob).replaceAll("_");
    }

    private static boolean hasBackwardRange(String plain) {
        if (plain.indexOf('[') < 0) {
            return false;
        }
        Matcher classes = CLASS.matcher(plain);
        while (classes.find()) {
            Matcher range = RANGE.matcher(classes.group());
            while (range.find()) {
                if (range.group(1).compareTo(range.group(2)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
