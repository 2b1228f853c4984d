package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Trust;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a run prints into Maven's log. */
public final class ConsoleReport {

    private final List<Line> lines = new ArrayList<>();

    private ConsoleReport() {}

    /**
     * The lines of a judged change, in this order: what is judged and what answers for it, the RED and YELLOW paths, what else one must know, the findings with
     * their remedies, the verdict, the trust. All of it is escaped.
     */
    public static List<Line> lines(Facts facts, Judgement judgement) {
        ConsoleReport report = new ConsoleReport();
        report.position(facts);
        for (Phrase contract : ContractLines.of(judgement.contracts())) {
            report.add(Severity.INFO, contract.line());
        }
        for (Phrase path : PathLines.risky(judgement.classification())) {
            report.add(Severity.INFO, path.line());
        }
        report.notes(Notes.of(facts, judgement));
        Severity severity = judgement.enforced() ? Severity.ERROR : Severity.WARNING;
        report.findings(severity, FindingsByReader.of(judgement.findings()));
        boolean passed = judgement.verdict() == Verdict.PASSED;
        report.add(
                passed ? Severity.INFO : severity,
                Headline.withCommits(facts, judgement).line());
        report.trust(facts);
        return List.copyOf(report.lines);
    }

    /** The lines of an outcome without a result, whatever the goal. */
    public static List<Line> lines(Outcome.Undecided<?> outcome) {
        ConsoleReport report = new ConsoleReport();
        report.position(outcome.facts());
        report.notes(Notes.of(outcome.facts()));
        report.add(Severity.ERROR, Escape.line(outcome.problem()));
        report.add(Severity.ERROR, "    " + Escape.line(outcome.remedy()));
        report.trust(outcome.facts());
        return List.copyOf(report.lines);
    }

    /** The message that the build fails with when a change is BLOCKED: one line. */
    public static String failure(Judgement judgement) {
        return "Gatekeeper blocked this change: " + FindingsByReader.count(judgement.findings());
    }

    /** The message that the build fails with when nothing could be decided: one line. */
    public static String failure(Outcome.Undecided<?> outcome) {
        return "Gatekeeper cannot decide: " + Escape.line(outcome.problem());
    }

    private void position(Facts facts) {
        for (String line : CommitsLine.of(facts)) {
            add(Severity.INFO, line);
        }
    }

    private void notes(List<Notes.Note> notes) {
        for (Notes.Note note : notes) {
            add(note.severity(), note.phrase().line());
        }
    }

    private void trust(Facts facts) {
        Trust trust = facts.run().trust();
        add(Severity.INFO, "This run is " + trust.word() + ": " + Escape.line(trust.reason()));
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
