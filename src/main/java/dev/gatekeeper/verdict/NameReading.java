package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.Joiners;
import java.util.Set;
import java.util.regex.Pattern;

/** What git and other systems take a name for, one part of a path. */
final class NameReading {

    private static final Set<String> GIT_FOLDER = Set.of(".git", "git~1");

    /** What Windows names a file or folder by beside its own, longer name. */
    private static final Pattern SHORT_NAME = Pattern.compile("(?=.{3,8}(\\.|$))[^.~]{1,6}~[0-9]{1,6}(\\.[^.]{0,3})?");

    /** As git's own check has it on every system, whatever else a file system may take for the folder. */
    private static final Pattern REFUSED_BY_GIT =
            Pattern.compile("(?i)(.*\\\\)?(\\.git|git~1)[ .]*([\\\\:].*)?", Pattern.DOTALL);

    private NameReading() {}

    /** Whether every system reads {@code path} alike, which one look tells of nearly all; a char a byte. */
    static boolean isPlain(String path) {
        boolean inPart = false;
        for (int i = 0; i < path.length(); i++) {
            char unit = path.charAt(i);
            if (unit == '/') {
                if (!inPart) {
                    return false;
                }
                inPart = false;
            } else if (unit == '.') {
                if (i + 1 == path.length()
                        || !isPlain(path.charAt(i + 1))
                        || path.regionMatches(true, i + 1, "git", 0, 3)) {
                    return false;
                }
                inPart = true;
            } else if (isPlain(unit)) {
                inPart = true;
            } else {
                return false;
            }
        }
        return inPart;
    }

    private static boolean isPlain(char unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9')
                || unit == '_'
                || unit == '-';
    }

    /** Whether nothing is left of {@code name} without dots, spaces and joiners, or only what says "here" and "above". */
    static boolean isNothing(String name) {
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (unit != '.' && !Characters.isWhiteSpace(unit) && !Joiners.isJoiner(unit)) {
                return false;
            }
        }
        return true;
    }

    /** Whether some system takes {@code path} for one of Gatekeeper's own files, which all have to read alike. */
    static boolean isBelowOwnFolder(String path) {
        for (String first : path.split("[/\\\\]", -1)) {
            if (!first.isEmpty()) {
                return withoutEnd(Folding.fold(first)).equals(Layout.FOLDER.text());
            }
        }
        return false;
    }

    /** Whether git refuses the name, because some file system takes it for git's own folder; what follows a colon is a stream of it. */
    static boolean isGit(String name) {
        String folded = Folding.fold(name);
        int colon = folded.indexOf(':');
        return GIT_FOLDER.contains(withoutEnd(colon < 0 ? folded : folded.substring(0, colon)));
    }

    /** Whether no git checks out a path with the part {@code name}. */
    static boolean isRefusedByGit(String name) {
        return REFUSED_BY_GIT.matcher(name).matches();
    }

    /** Whether Windows may have a file of another name for it. */
    static boolean isShortName(String name) {
        return SHORT_NAME.matcher(withoutEnd(name)).matches()
                || SHORT_NAME.matcher(name).matches();
    }

    /** {@code name} without the dots and spaces at its end, which Windows drops. */
    static String withoutEnd(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || Characters.isWhiteSpace(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(0, end);
    }
}
