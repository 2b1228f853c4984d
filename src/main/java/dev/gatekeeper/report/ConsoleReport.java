package dev.gatekeeper.report;

import dev.gatekeeper.Outcome;
import dev.gatekeeper.Trust;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a run prints into Maven's log. */
public final class ConsoleReport {

    private final List<Line> lines = new ArrayList<>();

    private ConsoleReport() {}

    /**
     * The lines of an outcome, in this order: what is judged, the RED and YELLOW paths, what else one must know, the findings with
     * their remedies, the verdict, the trust. All of it is escaped.
     */
    public static List<Line> lines(Outcome outcome) {
        ConsoleReport report = new ConsoleReport();
        for (String line : CommitsLine.of(outcome.facts())) {
            report.add(Severity.INFO, line);
        }
        if (outcome instanceof Outcome.Decided decided) {
            report.decided(decided);
        } else if (outcome instanceof Outcome.Undecided undecided) {
            report.notes(undecided);
            report.add(Severity.ERROR, Escape.line(undecided.problem()));
            report.add(Severity.ERROR, "    " + Escape.line(undecided.remedy()));
        }
        Trust trust = outcome.facts().request().trust();
        report.add(Severity.INFO, "This run is " + trust.word() + ": " + Escape.line(trust.reason()));
        return List.copyOf(report.lines);
    }

    /**
     * The message that the build fails with: one line.
     *
     * @throws IllegalArgumentException for a PASSED, which fails no build
     */
    public static String failure(Outcome outcome) {
        if (outcome instanceof Outcome.Undecided undecided) {
            return "Gatekeeper cannot decide: " + Escape.line(undecided.problem());
        }
        if (outcome instanceof Outcome.Decided decided && decided.judgement().verdict() == Verdict.BLOCKED) {
            return "Gatekeeper blocked this change: "
                    + FindingsByReader.count(decided.judgement().findings());
        }
        throw new IllegalArgumentException(outcome.word() + " fails no build");
    }

    private void decided(Outcome.Decided outcome) {
        for (Phrase path : PathLines.risky(outcome.judgement().classification())) {
            add(Severity.INFO, path.line());
        }
        notes(outcome);
        Severity severity = outcome.enforced() ? Severity.ERROR : Severity.WARNING;
        findings(severity, FindingsByReader.of(outcome.judgement().findings()));
        boolean passed = outcome.judgement().verdict() == Verdict.PASSED;
        add(passed ? Severity.INFO : severity, Headline.withCommits(outcome).line());
    }

    private void notes(Outcome outcome) {
        for (Note note : Notes.of(outcome)) {
            add(note.severity(), note.phrase().line());
        }
    }

    private void findings(Severity severity, FindingsByReader findings) {
        for (Finding finding : findings.author()) {
            finding(severity, finding);
        }
        if (!findings.approver().isEmpty()) {
            add(severity, "For the approver: a human must fill this in, and no tool may do it for them.");
            for (Finding finding : findings.approver()) {
                finding(severity, finding);
            }
        }
        if (!findings.left().isEmpty()) {
            add(severity, findings.leftOut());
        }
    }

    private void finding(Severity severity, Finding finding) {
        add(severity, Escape.path(FindingsByReader.place(finding)) + "  " + Escape.line(finding.problem()));
        add(severity, "    " + Escape.line(finding.remedy()));
    }

    private void add(Severity severity, String text) {
        lines.add(new Line(severity, text));
    }
}
