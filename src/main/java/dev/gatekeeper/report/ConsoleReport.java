package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Trust;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run prints into Maven's log. */
public final class ConsoleReport {

    private final List<Line> lines = new ArrayList<>();

    private ConsoleReport() {}

    /**
     * The lines of a judged change, in this order: what is judged and what answers for it, the RED and YELLOW paths, what else one must know, the findings with
     * their remedies, the verdict, the record's place, the trust. All of it is escaped.
     *
     * @param record where the record lies, where there is one
     */
    public static List<Line> lines(Facts facts, Judgement judgement, Optional<Path> record) {
        ConsoleReport report = new ConsoleReport();
        report.position(facts);
        for (Phrase contract : ContractLines.of(judgement.contracts())) {
            report.add(Severity.INFO, contract.line());
        }
        for (String line : PathLines.risky(judgement.classification())) {
            report.add(Severity.INFO, line);
        }
        report.notes(Notes.of(facts, judgement));
        Severity severity = judgement.enforced() ? Severity.ERROR : Severity.WARNING;
        report.findings(severity, FindingsByReader.of(judgement.findings()));
        boolean passed = judgement.verdict() == Verdict.PASSED;
        report.add(passed ? Severity.INFO : severity, Headline.line(facts, judgement));
        if (!passed && !judgement.enforced()) {
            report.add(severity, "Gatekeeper would have blocked this change: " + why(judgement));
        }
        report.record(record);
        report.trust(facts);
        return List.copyOf(report.lines);
    }

    /**
     * The lines of an outcome without a result, whatever the goal.
     *
     * @param record where the record lies, where there is one
     */
    public static List<Line> lines(Outcome.Undecided<?> outcome, Optional<Path> record) {
        ConsoleReport report = new ConsoleReport();
        report.position(outcome.facts());
        report.notes(Notes.of(outcome.facts()));
        report.add(Severity.ERROR, coded(outcome.problem(), outcome.code()));
        report.remedy(Severity.ERROR, outcome.remedy());
        report.record(record);
        report.trust(outcome.facts());
        return List.copyOf(report.lines);
    }

    /** The message that the build fails with when a change is BLOCKED: one line. */
    public static String failure(Judgement judgement) {
        return "Gatekeeper blocked this change: " + why(judgement);
    }

    private static String why(Judgement judgement) {
        return FindingsByReader.count(judgement.findings()) + "; "
                + NextActor.of(judgement).line();
    }

    /** The message that the build fails with when nothing could be decided: one line, mostly the last of a log, so it has the remedy too. */
    public static String failure(Outcome.Undecided<?> outcome) {
        return "Gatekeeper cannot decide: " + coded(outcome.problem(), outcome.code()) + "; remedy: "
                + Escape.line(Words.uncapitalized(outcome.remedy()));
    }

    /** A problem that leaves something undecided, with its code behind it as a finding has it. */
    static String coded(String problem, UndecidedCode code) {
        return Escape.line(Words.withoutStop(problem)) + " [" + code.id() + "]";
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
        add(
                severity,
                Escape.path(FindingsByReader.place(finding)) + "  " + Escape.line(finding.problem()) + " ["
                        + finding.code().id() + "]");
        remedy(severity, finding.remedy());
        for (String line : finding.example()) {
            add(severity, "        " + Escape.line(line));
        }
    }

    /** Begins with a verb. */
    private void remedy(Severity severity, String remedy) {
        add(severity, "    Remedy: " + Escape.line(Words.uncapitalized(remedy)));
    }

    private void record(Optional<Path> record) {
        if (record.isPresent()) {
            add(Severity.INFO, "Record: " + Escape.line(record.get().toString()));
        }
    }

    private void add(Severity severity, String text) {
        lines.add(new Line(severity, text));
    }
}
