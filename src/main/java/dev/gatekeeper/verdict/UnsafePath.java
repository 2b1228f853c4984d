package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.Joiners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with a path that no honest tool writes.
 *
 * <p>A name is held against what other systems make of it: some take {@code \} for {@code /}, some drop dots and blanks at a name's
 * end, some drop joiners. What such a system would take for another path can't be allowed by anybody.
 */
final class UnsafePath {

    private static final Set<Integer> MODES = Set.of(0100644, 0100755, 0120000, 0160000);

    private final RawPath path;
    private final List<Flaw> never = new ArrayList<>();
    private final List<Flaw> allowable = new ArrayList<>();

    private UnsafePath(RawPath path) {
        this.path = path;
    }

    /**
     * One thing that is wrong with a path.
     *
     * @param problem what, in words that follow the path
     * @param name the path, or the folder above it, whose own name is wrong, where a policy can allow it
     * @param isOfMode whether it is the mode, and no name
     */
    record Flaw(String problem, Optional<RawPath> name, boolean isOfMode) {}

    /** What is wrong with the path that {@code added} adds: first what no policy can allow, then the rest from the root down. */
    static List<Flaw> flawsOf(ChangedPath added) {
        UnsafePath unsafe = new UnsafePath(added.path());
        for (RawPath.Part part : added.path().parts()) {
            unsafe.look(part);
        }
        if (!MODES.contains(added.after().mode())) {
            unsafe.never.add(mode(added.after()));
        }
        if (!isBelowOwnFolder(added.path())) {
            unsafe.never.addAll(unsafe.allowable);
        } else {
            unsafe.allowable.forEach(flaw -> unsafe.never(flaw.problem()));
        }
        return unsafe.never;
    }

    private static Flaw mode(Entry entry) {
        return new Flaw("has mode " + entry.octalMode() + ", which git itself never writes", Optional.empty(), true);
    }

    private void look(RawPath.Part part) {
        if (part.name().isEmpty() || part.name().equals(".") || part.name().equals("..")) {
            never("has an empty part, '.' or '..'");
            return;
        }
        RawPath name = new RawPath(part.name());
        String text = name.text();
        CodePoints unseen = new CodePoints();
        CodePoints joiners = new CodePoints();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Characters.isControl(c) || (Characters.isInvisible(c) && !Joiners.belongs(text, i))) {
                (Joiners.isJoiner(c) ? joiners : unseen).add(c);
            }
        }
        if (!unseen.isEmpty()) {
            never("holds a control, format or invisible character: " + unseen);
        }
        for (String read : text.split("\\\\", -1)) {
            lookAtReading(read);
        }
        String folder = part.folder().isEmpty() ? "" : part.folder() + "/";
        lookForAllowable(new RawPath(folder + part.name()), name, joiners);
    }

    /** Looks at a part, or at what is one where {@code \} is read as {@code /}. */
    private void lookAtReading(String part) {
        if (!part.isEmpty() && NameReading.isNothing(part)) {
            never("has a part with nothing but dots, spaces or joiners");
        } else if (NameReading.isGit(part)) {
            never("has a part that git takes for its own folder");
        } else if (NameReading.isShortName(part)) {
            never("has a part that Windows takes for another, longer name");
        }
    }

    private void lookForAllowable(RawPath upToHere, RawPath name, CodePoints joiners) {
        String text = name.text();
        if (!name.isUtf8()) {
            allowable("is not UTF-8: " + name.display(), upToHere);
        }
        if (!joiners.isEmpty()) {
            allowable("holds a joiner where none belongs: " + joiners, upToHere);
        }
        if (text.indexOf('\\') >= 0) {
            allowable("holds a backslash: " + CodePoints.of("\\"), upToHere);
        }
        int last = text.codePointBefore(text.length());
        if (last == '.' || (Characters.isWhiteSpace(last) && !Characters.isControl(last))) {
            allowable("has a part that ends in a dot or a space: " + CodePoints.of(Character.toString(last)), upToHere);
        }
    }

    private void never(String problem) {
        never.add(new Flaw(problem, Optional.empty(), false));
    }

    private void allowable(String problem, RawPath name) {
        allowable.add(new Flaw(problem, Optional.of(name), false));
    }

    /** Whether some system takes the path for one of Gatekeeper's own files, whose names every reader has to take for the same. */
    private static boolean isBelowOwnFolder(RawPath path) {
        for (String first : path.text().split("[/\\\\]", -1)) {
            if (!first.isEmpty()) {
                return NameReading.withoutEnd(Folding.fold(first)).equals(Layout.FOLDER.text());
            }
        }
        return false;
    }
}
