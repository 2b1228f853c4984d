package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.NormalForm;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a path that no honest tool writes. */
final class UnsafePath {

    private static final Set<Integer> MODES = Set.of(0100644, 0100755, 0120000, 0160000);
    private static final Set<String> GIT_FOLDER = Set.of(".git", "git~1");

    /** What Windows names a file or folder by beside its own, longer name. */
    private static final Pattern SHORT_NAME = Pattern.compile("(?=.{3,8}(\\.|$))[^.~]{1,6}~[0-9]{1,6}(\\.[^.]{0,3})?");

    private UnsafePath() {}

    /** What is wrong with the path that {@code added} adds, in words that follow the path; empty when nothing is. */
    static Optional<String> problemOf(ChangedPath added) {
        RawPath path = added.path();
        if (!path.isUtf8()) {
            return Optional.of("is not UTF-8");
        }
        String text = path.text();
        if (holdsUnseen(text)) {
            return Optional.of("holds a control, format or invisible character");
        }
        if (!NormalForm.isComposed(text)) {
            return Optional.of("is not in Unicode's normal form C");
        }
        if (text.indexOf('\\') >= 0) {
            return Optional.of("holds a backslash");
        }
        Optional<String> problem = componentProblem(text.split("/", -1));
        return problem.isPresent() ? problem : modeProblem(added.after());
    }

    private static Optional<String> componentProblem(String[] components) {
        boolean ends = false;
        boolean git = false;
        boolean shortName = false;
        for (String part : components) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of("has an empty part, '.' or '..'");
            }
            ends |= part.endsWith(".") || !Characters.trim("." + part).equals("." + part);
            git |= GIT_FOLDER.contains(Folding.fold(part));
            shortName |= SHORT_NAME.matcher(part).matches();
        }
        if (ends) {
            return Optional.of("has a part that ends in a dot or a space");
        }
        if (git) {
            return Optional.of("has a part that git takes for its own folder");
        }
        return shortName ? Optional.of("has a part that Windows takes for another, longer name") : Optional.empty();
    }

    private static Optional<String> modeProblem(Entry entry) {
        return MODES.contains(entry.mode())
                ? Optional.empty()
                : Optional.of("has mode " + entry.octalMode() + ", which git itself never writes");
    }

    private static boolean holdsUnseen(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isUnseen(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnseen(int codePoint) {
        return Characters.isControl(codePoint) || Characters.isInvisible(codePoint);
    }
}
