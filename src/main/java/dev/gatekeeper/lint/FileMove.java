package dev.gatekeeper.lint;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file to which two policies give different levels.
 *
 * @param fromRule the id of the rule that gave it its level
 * @param toRule the id of the rule that gives it its new one
 */
public record FileMove(RawPath path, Level from, Level to, String fromRule, String toRule) {

    /** Whether it needs less than before. */
    public boolean lowers() {
        return !to.isAtLeast(from);
    }

    /** Those among the files that both classify, in the same order; the lowered ones first, and of these those from RED. */
    static List<FileMove> between(Classification before, Classification after) {
        List<FileMove> moves = new ArrayList<>();
        for (int i = 0; i < before.paths().size(); i++) {
            ClassifiedPath was = before.paths().get(i);
            ClassifiedPath is = after.paths().get(i);
            if (was.level() != is.level()) {
                moves.add(new FileMove(was.changed().path(), was.level(), is.level(), rule(was), rule(is)));
            }
        }
        moves.sort(Comparator.comparing((FileMove move) -> !move.lowers())
                .thenComparing(FileMove::from, Comparator.reverseOrder())
                .thenComparing(FileMove::to)
                .thenComparing(FileMove::path));
        return moves;
    }

    /** Only a change's own contract is of a level without a rule, and no file is one. */
    private static String rule(ClassifiedPath path) {
        return path.deciding().map(Match::rule).orElseThrow().id();
    }
}
