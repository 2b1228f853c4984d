package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Folding;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.yaml.Visible;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a path that no honest tool writes. */
final class UnsafePath {

    private static final Set<Integer> MODES = Set.of(0100644, 0100755, 0120000, 0160000);
    private static final Set<String> GIT_FOLDER = Set.of(".git", "git~1");

    private UnsafePath() {}

    /** What is wrong with the path that {@code added} adds, in words that follow the path; empty when nothing is. */
    static Optional<String> problemOf(ChangedPath added) {
        RawPath path = added.path();
        if (!path.isUtf8()) {
            return Optional.of("is not UTF-8");
        }
        String text = path.text();
        if (text.codePoints().anyMatch(UnsafePath::isUnseen)) {
            return Optional.of("holds a control, format or invisible character");
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return Optional.of("is not in Unicode's normal form C");
        }
        if (text.indexOf('\\') >= 0) {
            return Optional.of("holds a backslash");
        }
        return componentProblem(List.of(text.split("/", -1))).or(() -> modeProblem(added.after()));
    }

    private static Optional<String> componentProblem(List<String> components) {
        if (components.stream().anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))) {
            return Optional.of("has an empty part, '.' or '..'");
        }
        if (components.stream().anyMatch(part -> part.endsWith(".") || part.endsWith(" "))) {
            return Optional.of("has a part that ends in a dot or a space");
        }
        return components.stream().map(Folding::fold).anyMatch(GIT_FOLDER::contains)
                ? Optional.of("has a part that git takes for its own folder")
                : Optional.empty();
    }

    private static Optional<String> modeProblem(Entry entry) {
        return MODES.contains(entry.mode())
                ? Optional.empty()
                : Optional.of("has mode " + entry.octalMode() + ", which git itself never writes");
    }

    private static boolean isUnseen(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || Visible.isInvisible(codePoint);
    }
}
