package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.TargetDoubt;
import java.util.List;
import java.util.Optional;

/** The commits that a run looks at, in one line. */
final class CommitsLine {

    private static final int SHORT_ID = 12;

    private CommitsLine() {}

    /** One line, escaped; none as long as the commits are not known. */
    static List<String> of(Facts facts) {
        return facts.revisions().isPresent()
                ? List.of(line(facts, facts.revisions().get()))
                : List.of();
    }

    private static String line(Facts facts, Revisions revisions) {
        String ref = revisions.targetRef().isPresent()
                ? Escape.line(revisions.targetRef().get()) + " at "
                : "";
        String base = facts.mergeBase().isPresent()
                ? ", merge base " + shortId(facts.mergeBase().get())
                : "";
        return "Target " + ref + shortId(revisions.target()) + ", head " + shortId(revisions.head()) + base;
    }

    /** Why the target may not be what its branch is now, and what to give in its place; as it is, to be escaped. */
    static Optional<String> doubt(Facts facts) {
        Optional<TargetDoubt> doubt =
                facts.revisions().isPresent() ? facts.revisions().get().doubt() : Optional.empty();
        return doubt.isPresent()
                ? Optional.of(doubt.get().problem() + " " + doubt.get().remedy())
                : Optional.empty();
    }

    /** The first twelve digits of {@code id}. */
    static String shortId(String id) {
        return Escape.line(id.substring(0, Math.min(SHORT_ID, id.length())));
    }
}
