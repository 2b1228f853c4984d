package dev.gatekeeper.report;

import dev.gatekeeper.ArchivedContracts;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Trust;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.draft.Archival;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Demands;
import java.util.ArrayList;
import java.util.List;

/** What {@code archive} prints: what went, what stays, and what comes next. */
public final class ArchiveReport {

    private final List<Line> lines = new ArrayList<>();

    private ArchiveReport() {}

    /** The lines for Maven's log, escaped. */
    public static List<Line> lines(Facts facts, ArchivedContracts archived) {
        ArchiveReport report = new ArchiveReport();
        CommitsLine.of(facts).forEach(report::info);
        CommitsLine.doubt(facts).ifPresent(doubt -> report.warn(Escape.line(doubt)));
        for (String unread : archived.unread()) {
            report.warn(Escape.line(Words.capitalized(unread)) + ".");
        }
        report.archival(archived.archival());
        report.next(facts, archived.archival());
        Trust trust = facts.run().trust();
        report.info("This run is " + trust.word() + ": " + Escape.line(trust.reason()));
        return List.copyOf(report.lines);
    }

    private void archival(Archival archival) {
        if (!archival.left().isEmpty()) {
            info("Left where they are, since the default branch, the target and this branch don't hold them alike: "
                    + Escape.line(Words.list(archival.left())));
        }
        if (archival.isNothing()) {
            info(
                    "Nothing is archived: no contract is left that the default branch, the target and this branch hold alike and that landed before "
                            + archival.before() + " (UTC).");
            return;
        }
        if (!archival.ids().isEmpty()) {
            info("Archived " + Words.count(archival.ids().size(), "contract", "contracts") + " that landed before "
                    + archival.before() + " (UTC): " + Escape.line(Words.list(archival.ids())));
        }
        long approvals = archival.gone().stream()
                .filter(file -> file.path().isBelow(Layout.APPROVALS))
                .count();
        if (approvals > 0) {
            info("Deleted " + Words.count((int) approvals, "approval", "approvals") + " of archived contracts.");
        }
        if (!archival.ledger().isEmpty()) {
            info("Wrote " + Words.count(archival.ledger().size(), "file", "files") + " of the ledger, " + Layout.LEDGER
                    + ": no contract can have an id again that is in it.");
        }
    }

    private void next(Facts facts, Archival archival) {
        if (archival.isNothing()) {
            return;
        }
        info("Give this change a contract of its own, unless it has one: "
                + Escape.line(Demands.commandToDraft(facts.revisions().orElseThrow())));
        info("Then commit it all: git add .gatekeeper && git commit");
    }

    private void info(String text) {
        lines.add(new Line(Severity.INFO, text));
    }

    private void warn(String text) {
        lines.add(new Line(Severity.WARNING, text));
    }
}
