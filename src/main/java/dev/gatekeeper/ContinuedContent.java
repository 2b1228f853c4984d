package dev.gatekeeper;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where content that a change takes out of a path goes on under another name: a reviewer of the one path alone would take it for gone.
 *
 * @param from the path that lost it
 * @param to a path that the change adds
 * @param whole whether all of the file is there, byte for byte, rather than half of its lines or more
 */
public record ContinuedContent(RawPath from, RawPath to, boolean whole) {

    /** The most pairs of files whose lines are compared; equal files are found however many there are. */
    private static final int MOST_COMPARED = 200;

    /** Fewer common lines than these, such as braces and blanks, are chance. */
    private static final int FEWEST_LINES = 4;

    /** For each of {@code reduced}, in their order, the first added file that holds all of it, or else the first that holds half. */
    static List<ContinuedContent> of(ChangeSource source, Change change, List<ChangedPath> reduced) {
        List<ChangedPath> added = new ArrayList<>();
        for (ChangedPath changed : change.paths()) {
            if (changed.status() == Status.ADDED
                    && changed.after().isFile()
                    && !changed.path().isBelow(Layout.FOLDER)) {
                added.add(changed);
            }
        }
        List<ContinuedContent> continued = new ArrayList<>();
        int mayCompare = MOST_COMPARED;
        for (ChangedPath from : reduced) {
            if (!from.before().isFile()) {
                continue;
            }
            Optional<ContinuedContent> found = added.stream()
                    .filter(to -> to.after().id().equals(from.before().id()))
                    .map(to -> new ContinuedContent(from.path(), to.path(), true))
                    .findFirst();
            if (found.isEmpty() && mayCompare >= added.size() && lost(source, from)) {
                mayCompare -= added.size();
                found = added.stream()
                        .filter(to -> holdsHalf(source, from, to))
                        .map(to -> new ContinuedContent(from.path(), to.path(), false))
                        .findFirst();
            }
            found.ifPresent(continued::add);
        }
        return continued;
    }

    /** Whether half of what {@code from} held, or more, isn't in it any more. */
    private static boolean lost(ChangeSource source, ChangedPath from) {
        return from.status() == Status.DELETED || removed(source, from, from.after()) * 2 >= lines(source, from);
    }

    private static boolean holdsHalf(ChangeSource source, ChangedPath from, ChangedPath to) {
        int lines = lines(source, from);
        int kept = lines - removed(source, from, to.after());
        return kept >= FEWEST_LINES && kept * 2 >= lines;
    }

    private static int lines(ChangeSource source, ChangedPath from) {
        return removed(source, from, Entry.ABSENT);
    }

    /** How many lines of what {@code from} held {@code other} hasn't; as many as can be where it is no text. */
    private static int removed(ChangeSource source, ChangedPath from, Entry other) {
        DiffStat stat = source.stat(new ChangedPath(from.path(), from.before(), other, from.before()));
        return stat instanceof DiffStat.Lines lines ? lines.removed() : Integer.MAX_VALUE / 4;
    }
}
