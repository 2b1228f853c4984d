package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Joiners;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is wrong with a path that no honest tool writes.
 *
 * <p>A name is held against what other systems make of it: some take {@code \} for {@code /}, some drop dots and blanks at a name's
 * end, some drop joiners. What such a system would take for another path can't be allowed by anybody.
 */
final class UnsafePath {

    private static final Set<Integer> MODES = Set.of(0100644, 0100755, 0120000, 0160000);

    private final List<Flaw> never = new ArrayList<>();
    private final List<Flaw> allowable = new ArrayList<>();

    private UnsafePath() {}

    /**
     * One thing that is wrong with a path.
     *
     * @param problem what, in words that follow the path
     * @param part the number of the part that a policy can allow the name, the first is 0; empty where none can
     * @param isOfMode whether it is the mode, and no name
     */
    record Flaw(String problem, OptionalInt part, boolean isOfMode) {}

    /** What is wrong with the path that {@code added} adds: first what no policy can allow, then the rest from the root down. */
    static List<Flaw> flawsOf(ChangedPath added) {
        UnsafePath unsafe = new UnsafePath();
        RawPath path = added.path();
        if (!NameReading.isPlain(path.bytes())) {
            String[] parts = path.bytes().split("/", -1);
            for (int i = 0; i < parts.length; i++) {
                unsafe.look(parts[i], i);
            }
        }
        if (!MODES.contains(added.after().mode())) {
            unsafe.never.add(mode(added.after()));
        }
        boolean own = !unsafe.allowable.isEmpty() && NameReading.isBelowOwnFolder(path.text());
        for (Flaw flaw : unsafe.allowable) {
            unsafe.never.add(own ? new Flaw(flaw.problem(), OptionalInt.empty(), false) : flaw);
        }
        return unsafe.never;
    }

    private static Flaw mode(Entry entry) {
        return new Flaw("has mode " + entry.octalMode() + ", which git itself never writes", OptionalInt.empty(), true);
    }

    /** Looks at the part with the number {@code part}, a char a byte. */
    private void look(String bytes, int part) {
        if (bytes.isEmpty() || bytes.equals(".") || bytes.equals("..")) {
            never("has an empty part, '.' or '..'");
            return;
        }
        RawPath name = new RawPath(bytes);
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
        lookForAllowable(name, joiners, part);
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

    private void lookForAllowable(RawPath name, CodePoints joiners, int part) {
        String text = name.text();
        if (!name.isUtf8()) {
            allowable("is not UTF-8: " + name.display(), part);
        }
        if (!joiners.isEmpty()) {
            allowable("holds a joiner where none belongs: " + joiners, part);
        }
        if (text.indexOf('\\') >= 0) {
            allowable("holds a backslash: " + CodePoints.of("\\"), part);
        }
        int last = text.codePointBefore(text.length());
        if (last == '.' || (Characters.isWhiteSpace(last) && !Characters.isControl(last))) {
            allowable("has a part that ends in a dot or a space: " + CodePoints.of(Character.toString(last)), part);
        }
    }

    private void never(String problem) {
        never.add(new Flaw(problem, OptionalInt.empty(), false));
    }

    private void allowable(String problem, int part) {
        allowable.add(new Flaw(problem, OptionalInt.of(part), false));
    }
}
