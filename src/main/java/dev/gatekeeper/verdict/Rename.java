package dev.gatekeeper.verdict;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.Joiners;
import dev.gatekeeper.text.Shell;
import java.util.Optional;
import java.util.StringJoiner;

/** The command that gives an added path another name, to be run at the root of a work tree that has the change checked out. */
final class Rename {

    private Rename() {}

    /** A command that gives {@code path} a name in which nothing is unsafe; none where git itself can't check the path out. */
    static Optional<String> toSafe(RawPath path) {
        StringJoiner safe = new StringJoiner("/");
        for (String part : path.bytes().split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || NameReading.isRefusedByGit(part)) {
                return Optional.empty();
            }
            RawPath name = new RawPath(part);
            safe.add(safeName(name));
        }
        return Optional.of(move(path, RawPath.of(safe.toString())));
    }

    /** A command that makes {@code path} differ from {@code twin}, which equals it, or a folder above it, when folded. */
    static String awayFrom(RawPath twin, RawPath path) {
        String[] parts = path.bytes().split("/", -1);
        parts[twin.depth()] = numbered(parts[twin.depth()]);
        return move(path, new RawPath(String.join("/", parts)));
    }

    /** A command that commits {@code path} once more, with the mode that git itself writes; for git nothing has changed by that. */
    static String addAnew(RawPath path) {
        String name = Shell.quoteBytes(path.bytes());
        return "git --literal-pathspecs rm -q --cached -- " + name + " && git --literal-pathspecs add -f -- " + name
                + " && git commit --allow-empty -m 'Add a file anew'";
    }

    private static String numbered(String name) {
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return name.substring(0, end) + "-2" + name.substring(end);
    }

    private static String safeName(RawPath name) {
        String text = name.text();
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean lost = c == 0xFFFD && !name.isUtf8();
            if (lost || c == '\\' || Characters.isControl(c)) {
                safe.append('_');
            } else if (!Characters.isInvisible(c) || Joiners.belongs(text, i)) {
                safe.appendCodePoint(c);
            }
        }
        String named = NameReading.withoutEnd(safe.toString());
        if (NameReading.isShortName(named)) {
            named = named.replace('~', '-');
        }
        if (named.isEmpty() || NameReading.isGit(named)) {
            return "_" + Folding.fold(named).replace('.', '_').replace('~', '-');
        }
        return named;
    }

    private static String move(RawPath from, RawPath to) {
        String folder = to.parent().equals(from.parent()) || to.parent().isEmpty()
                ? ""
                : "mkdir -p -- " + Shell.quoteBytes(to.parent().get().bytes()) + " && ";
        // A shell takes line breaks off the end of what a command printed, so such a name goes through xargs.
        return from.bytes().endsWith("\n")
                ? folder + "printf '" + Shell.octal(from.bytes() + "\0" + to.bytes() + "\0") + "' | xargs -0 git mv --"
                : folder + "git mv -- " + Shell.quoteBytes(from.bytes()) + " " + Shell.quoteBytes(to.bytes());
    }
}
