package dev.gatekeeper.report;

import dev.gatekeeper.lint.FileMove;
import dev.gatekeeper.lint.Lowered;
import dev.gatekeeper.lint.PolicyLint;
import dev.gatekeeper.report.Line.Severity;
import java.util.ArrayList;
import java.util.List;

/** What a policy moves against the one that judges today. */
final class MoveLines {

    private MoveLines() {}

    /** @param before the policy that judges today, as it stands inside a sentence */
    static List<Line> of(PolicyLint.Moves moves, String before) {
        List<Line> lines = new ArrayList<>();
        String against = " against " + Escape.line(before);
        long lowered = moves.files().stream().filter(FileMove::lowers).count();
        if (moves.files().isEmpty()) {
            lines.add(new Line(Severity.INFO, "It gives no file of head another level" + against + "."));
        } else {
            lines.add(new Line(
                    lowered > 0 ? Severity.WARNING : Severity.INFO,
                    "It lowers " + lowered + " and raises " + (moves.files().size() - lowered) + " files of head"
                            + against + ":"));
            files(moves.files(), lines);
        }
        lowered(moves.lowered(), against, lines);
        return lines;
    }

    private static void files(List<FileMove> moves, List<Line> lines) {
        Capped<FileMove> capped = Capped.of(moves);
        for (FileMove move : capped.shown()) {
            lines.add(new Line(
                    move.lowers() ? Severity.WARNING : Severity.INFO,
                    (move.lowers() ? "lowered  " : "raised   ")
                            + Escape.path(move.path().display()) + "  " + move.from()
                            + " (rule " + Escape.line(move.fromRule()) + ") -> " + move.to() + " (rule "
                            + Escape.line(move.toRule()) + ")"));
        }
        if (!capped.left().isEmpty()) {
            long lowered = capped.left().stream().filter(FileMove::lowers).count();
            lines.add(new Line(
                    lowered > 0 ? Severity.WARNING : Severity.INFO,
                    capped.left().size() + " more files, " + lowered + " of them lowered"));
        }
    }

    private static void lowered(Lowered lowered, String against, List<Line> lines) {
        if (lowered.rules().isEmpty() && lowered.undecided().isEmpty()) {
            lines.add(new Line(
                    Severity.INFO,
                    "It lowers no path at all" + against
                            + ", whether or not anything lies there (paths in ASCII, of files)."));
        }
        for (Lowered.ByRule rule : lowered.rules()) {
            lines.add(new Line(
                    Severity.WARNING,
                    "It lowers paths of rule " + Escape.line(rule.rule().id()) + against
                            + ", whether or not anything lies there, such as " + Escape.path(rule.path()) + ": "
                            + rule.from()
                            + " -> " + rule.to()));
        }
        for (Lowered.Undecided rule : lowered.undecided()) {
            lines.add(new Line(
                    Severity.WARNING,
                    "Whether it lowers paths of rule " + Escape.line(rule.rule().id())
                            + " that aren't there yet is not decided: " + Escape.line(rule.why())));
        }
    }
}
