package dev.gatekeeper.report;

import dev.gatekeeper.change.RecentChanges.End;
import dev.gatekeeper.lint.Replay;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What a policy would have made of the last changes of its target. */
final class ReplayLines {

    private ReplayLines() {}

    static List<Line> of(Replay replay) {
        List<Line> lines = new ArrayList<>();
        if (replay.end().isPresent()) {
            lines.add(end(replay, replay.end().get()));
        }
        if (replay.replayed() == 0) {
            return lines;
        }
        lines.add(new Line(
                Severity.INFO,
                "Of the target's last " + Words.count(replay.replayed(), "change")
                        + ", each from its first parent, would have been " + CountLines.levels(replay.counts())
                        + ", and " + replay.undecided().size() + " undecided:"));
        CountLines.ofChanges(replay.counts()).forEach(line -> lines.add(new Line(Severity.INFO, line)));
        Capped<Replay.Undecided> capped = Capped.of(replay.undecided());
        for (Replay.Undecided undecided : capped.shown()) {
            lines.add(new Line(
                    Severity.WARNING,
                    "undecided " + CommitsLine.shortId(undecided.step().commit()) + ": "
                            + ConsoleReport.coded(undecided.problem(), undecided.code())));
        }
        if (!capped.left().isEmpty()) {
            lines.add(new Line(Severity.WARNING, capped.left().size() + " more undecided"));
        }
        return lines;
    }

    private static Line end(Replay replay, End end) {
        String fewer =
                replay.replayed() + " of the " + replay.asked() + " changes that were asked for can be replayed: ";
        return switch (end) {
            case BEGINNING -> new Line(Severity.INFO, fewer + "the target has no more.");
            case CUT_OFF ->
                new Line(
                        Severity.WARNING,
                        fewer
                                + "this clone is shallow, and its history ends there. To have the whole: git fetch --unshallow");
        };
    }
}
