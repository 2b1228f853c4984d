package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Trust;
import dev.gatekeeper.audit.Audit;
import dev.gatekeeper.audit.AuditedChange;
import dev.gatekeeper.audit.Kind;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.report.Line.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code audit} prints: each change that makes it fail, and the counts of all. */
public final class AuditReport {

    private final List<Line> lines = new ArrayList<>();

    private AuditReport() {}

    /**
     * The lines for Maven's log, escaped.
     *
     * @param output the folder of the reports
     */
    public static List<Line> lines(Facts facts, Audit audit, Path output) {
        AuditReport report = new AuditReport();
        facts.revisions().ifPresent(revisions -> report.info(branch(revisions)));
        CommitsLine.doubt(facts).ifPresent(doubt -> report.add(Severity.WARNING, Escape.line(doubt)));
        report.add(
                audit.sinceProven() ? Severity.INFO : Severity.WARNING,
                AuditWords.beginning(audit).line());
        for (Kind kind : AuditWords.FAILING) {
            report.failing(kind, audit.of(kind));
        }
        audit.unused()
                .forEach(one ->
                        report.add(Severity.WARNING, AuditWords.unused(one).line()));
        report.info(AuditWords.LIMITS);
        report.add(audit.fails() ? Severity.ERROR : Severity.INFO, AuditWords.counts(audit) + ".");
        report.info("All of them: " + Escape.line(output.resolve("audit.md").toString()));
        Trust trust = facts.run().trust();
        report.info("This run is " + trust.word() + ": " + Escape.line(trust.reason()));
        return List.copyOf(report.lines);
    }

    /** How far an audit is that takes long. */
    public static Line progress(int done, int of) {
        return new Line(Severity.INFO, done + " of " + of + " changes judged");
    }

    /** The message that the build fails with. */
    public static String failure(Audit audit) {
        return "Gatekeeper's audit of this branch fails: " + AuditWords.failing(audit);
    }

    private static String branch(Revisions revisions) {
        return "Audit of "
                + (revisions.targetRef().isPresent()
                        ? Escape.line(revisions.targetRef().get()) + " at "
                        : "")
                + CommitsLine.shortId(revisions.target());
    }

    private void failing(Kind kind, List<AuditedChange> changes) {
        Capped<AuditedChange> capped = Capped.of(changes);
        for (AuditedChange change : capped.shown()) {
            add(Severity.ERROR, kind.id() + ": " + AuditWords.change(change).line());
            change.reason()
                    .flatMap(AuditedChange.Reason::remedy)
                    .ifPresent(remedy -> add(Severity.ERROR, "    Remedy: " + Escape.line(remedy)));
        }
        if (!capped.left().isEmpty()) {
            add(Severity.ERROR, capped.left().size() + " more " + AuditWords.of(kind));
        }
        if (!changes.isEmpty()) {
            add(Severity.ERROR, "    Remedy: " + AuditWords.remedy(kind));
        }
    }

    private void info(String text) {
        add(Severity.INFO, text);
    }

    private void add(Severity severity, String text) {
        lines.add(new Line(severity, text));
    }
}
