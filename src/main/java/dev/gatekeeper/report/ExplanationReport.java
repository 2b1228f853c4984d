package dev.gatekeeper.report;

import dev.gatekeeper.Explanation;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Trust;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Demands;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code explain} prints: a table of the paths, and below it what they have to be answered by. */
public final class ExplanationReport {

    private final Explanation explained;
    private final List<Line> lines = new ArrayList<>();

    private ExplanationReport(Explanation explained) {
        this.explained = explained;
    }

    /** The lines for Maven's log, escaped. */
    public static List<Line> lines(Facts facts, Explanation explained) {
        ExplanationReport report = new ExplanationReport(explained);
        CommitsLine.of(facts).forEach(report::info);
        CommitsLine.doubt(facts).ifPresent(doubt -> report.warn(Escape.line(doubt)));
        for (String unread : explained.unread()) {
            report.warn(Escape.line(Words.capitalized(unread)) + ".");
        }
        Notes.of(facts)
                .forEach(note ->
                        report.lines.add(new Line(note.severity(), note.phrase().line())));
        report.table();
        if (!explained.classification().paths().isEmpty()) {
            report.demands();
        }
        report.info("This is no verdict: verify judges what is committed.");
        Trust trust = facts.run().trust();
        report.info("This run is " + trust.word() + ": " + Escape.line(trust.reason()));
        return List.copyOf(report.lines);
    }

    private void table() {
        List<ClassifiedPath> paths = new ArrayList<>();
        for (Level level : List.of(Level.RED, Level.YELLOW, Level.GREEN)) {
            paths.addAll(explained.classification().at(level));
        }
        if (paths.isEmpty()) {
            info("No changed paths, committed or not.");
            return;
        }
        Capped<ClassifiedPath> capped = Capped.of(paths);
        Table table = new Table("level", "path", explained.named() ? "as if" : "what", "rule", "pattern", "reason");
        for (ClassifiedPath path : capped.shown()) {
            table.row(
                    path.level().name(),
                    Escape.path(path.changed().path().display()),
                    what(path),
                    path.deciding()
                            .map(match -> PathLines.alone(path).rule().line())
                            .orElse("-"),
                    path.deciding()
                            .flatMap(match -> match.pattern())
                            .map(pattern -> Escape.line(pattern.glob()))
                            .orElse("-"),
                    Escape.line(reason(path)));
        }
        table.lines().forEach(this::info);
        if (!capped.left().isEmpty()) {
            info(capped.left().size() + " more paths, none of them riskier; to see some:"
                    + " -Dgatekeeper.paths=FILE,FOLDER");
        }
    }

    private String what(ClassifiedPath path) {
        String status = path.changed().status().name().toLowerCase(Locale.ROOT);
        boolean uncommitted = !explained.named()
                && explained.uncommitted().contains(path.changed().path());
        return status + (uncommitted ? ", uncommitted" : "");
    }

    /** What no rule decides is GREEN by itself, for one of five reasons. */
    private String reason(ClassifiedPath path) {
        if (path.deciding().isPresent()) {
            return path.deciding().get().rule().because();
        }
        if (path.changed().hasLanded()) {
            return "The target has it so already";
        }
        OwnFiles ownFiles = explained.ownFiles();
        if (ownFiles.archived().contains(path.changed())) {
            return "Archived: the ledger has its line";
        }
        if (ownFiles.spent().contains(path.changed())
                || ownFiles.spentApprovals().contains(path.changed())) {
            return "Answers for nothing: the target's ledger holds its id";
        }
        return ownFiles.rewritten().contains(path.changed())
                ? "Only the ends of its lines differ"
                : "This change's own contract or approval";
    }

    private void demands() {
        Demands demands = explained.demands();
        String counts = PathLines.counts(explained.classification());
        info((explained.named() ? "A change of these paths" : "The change") + " is " + demands.level() + ": " + counts
                + ". verify asks for:");
        info("  contract: " + contract(demands));
        info("  fields: " + String.join(", ", demands.fields()));
        for (Demands.Invariant invariant : demands.invariants()) {
            info("  invariant: "
                    + Escape.line(invariant.id() + " (" + invariant.text() + "), for rule " + invariant.rule()));
        }
        for (Demands.Approvers approvers : demands.approvals()) {
            info("  approval: by " + Escape.line(approvers.whom()) + ", "
                    + approvers.proof().name().toLowerCase(Locale.ROOT) + ", for " + Escape.line(approvers.rule()));
        }
    }

    private String contract(Demands demands) {
        List<String> contracts = explained.contracts();
        if (contracts.isEmpty()) {
            String toDraft = explained.named() ? "" : "; to draft one: " + Escape.line(demands.toDraft());
            return "none yet, to declare riskLevel: " + demands.level() + toDraft;
        }
        return Escape.line(Words.list(contracts)) + ", to declare riskLevel: " + demands.level();
    }

    private void info(String text) {
        lines.add(new Line(Severity.INFO, text));
    }

    private void warn(String text) {
        lines.add(new Line(Severity.WARNING, text));
    }
}
