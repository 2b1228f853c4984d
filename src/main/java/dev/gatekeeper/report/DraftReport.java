package dev.gatekeeper.report;

import dev.gatekeeper.DraftedChange;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Trust;
import dev.gatekeeper.draft.Draft;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Demands;
import java.util.ArrayList;
import java.util.List;

/** What {@code draft} prints: what it wrote, what it left, and what comes next. */
public final class DraftReport {

    private final List<Line> lines = new ArrayList<>();

    private DraftReport() {}

    /** The lines for Maven's log, escaped. */
    public static List<Line> lines(Facts facts, DraftedChange drafted) {
        DraftReport report = new DraftReport();
        CommitsLine.of(facts).forEach(report::info);
        CommitsLine.doubt(facts).ifPresent(doubt -> report.warn(Escape.line(doubt)));
        for (String unread : drafted.unread()) {
            report.warn(Escape.line(Words.capitalized(unread)) + ".");
        }
        Notes.of(facts)
                .forEach(note ->
                        report.lines.add(new Line(note.severity(), note.phrase().line())));
        report.draft(drafted.draft());
        Trust trust = facts.run().trust();
        report.info("This run is " + trust.word() + ": " + Escape.line(trust.reason()));
        return List.copyOf(report.lines);
    }

    private void draft(Draft draft) {
        for (Draft.NewFile restored : draft.restored()) {
            info("Restored, as the target has it: "
                    + Escape.path(restored.path().display()));
        }
        draft.left()
                .forEach(path -> warn("Left as it is, though it belongs to an earlier change: "
                        + Escape.path(path.display()) + "; verify tells what to do with it."));
        if (!draft.others().isEmpty()) {
            warn("This change has a contract already, and verify asks each of them for its fields: "
                    + Escape.line(Words.list(draft.others())));
        }
        info("Drafted " + Escape.path(draft.contract().path().display()) + ", which declares riskLevel: "
                + draft.demands().level());
        info(
                draft.empty().isEmpty()
                        ? "Every field that verify asks for has something in it."
                        : "To be filled in: " + Escape.line(Words.list(draft.empty())));
        for (Demands.Approvers approvers : draft.demands().approvals()) {
            info("A human has to approve: "
                    + Escape.line(approvers.whom() + ", for " + approvers.rule())
                    + "; no tool may do it for them.");
        }
        info("Then commit it with the change: git add .gatekeeper && git commit");
    }

    private void info(String text) {
        lines.add(new Line(Severity.INFO, text));
    }

    private void warn(String text) {
        lines.add(new Line(Severity.WARNING, text));
    }
}
