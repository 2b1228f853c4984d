package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.change.Revisions;
import java.util.List;

/** The commits that a run looks at, in one line. */
final class Position {

    private static final int SHORT_ID = 12;

    private Position() {}

    /** One line, escaped; none as long as the commits are not known. */
    static List<String> of(Facts facts) {
        return facts.revisions().map(revisions -> line(facts, revisions)).stream()
                .toList();
    }

    private static String line(Facts facts, Revisions revisions) {
        String target =
                revisions.targetRef().map(ref -> Escape.line(ref) + " at ").orElse("") + shortId(revisions.target());
        String base = facts.mergeBase().map(id -> ", merge base " + shortId(id)).orElse("");
        return "Target %s, head %s%s".formatted(target, shortId(revisions.head()), base);
    }

    private static String shortId(String id) {
        return Escape.line(id.substring(0, Math.min(SHORT_ID, id.length())));
    }
}
