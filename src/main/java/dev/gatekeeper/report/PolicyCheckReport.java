package dev.gatekeeper.report;

import dev.gatekeeper.CheckedPolicy;
import dev.gatekeeper.Facts;
import dev.gatekeeper.Trust;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.lint.PolicyLint;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code check-policy} prints: what is wrong, what is odd, what the policy makes of the files, and what it moves. */
public final class PolicyCheckReport {

    private final CheckedPolicy checked;
    private final List<Line> lines = new ArrayList<>();

    private PolicyCheckReport(CheckedPolicy checked) {
        this.checked = checked;
    }

    /** The lines for Maven's log, escaped. */
    public static List<Line> lines(Facts facts, CheckedPolicy checked) {
        PolicyCheckReport report = new PolicyCheckReport(checked);
        CommitsLine.of(facts).forEach(line -> report.add(Severity.INFO, line));
        CommitsLine.doubt(facts).ifPresent(doubt -> report.add(Severity.WARNING, Escape.line(doubt)));
        report.add(
                Severity.INFO,
                checked.written()
                        ? "Policy: " + Escape.path(checked.policy())
                        : "There is no " + Escape.path(checked.policy()) + ", so this is about the built-in policy.");
        report.problems(Severity.ERROR, checked.policy(), checked.problems());
        checked.lint().ifPresent(report::lint);
        checked.replay().ifPresent(replay -> report.lines.addAll(ReplayLines.of(replay)));
        report.add(Severity.INFO, "This is no verdict: verify judges changes, by the policy of their target.");
        Trust trust = facts.run().trust();
        report.add(Severity.INFO, "This run is " + trust.word() + ": " + Escape.line(trust.reason()));
        return List.copyOf(report.lines);
    }

    /** The message by which the build fails; empty where it goes on. */
    public static Optional<String> failure(CheckedPolicy checked) {
        if (!checked.problems().isEmpty()) {
            return Optional.of("Gatekeeper can't use this policy: "
                    + Words.count(checked.problems().size(), "problem"));
        }
        int failing = checked.tests().problems().size();
        return failing == 0
                ? Optional.empty()
                : Optional.of("Gatekeeper's policy tests don't hold: " + Words.count(failing, "problem") + " in "
                        + Layout.POLICY_TEST.display());
    }

    private void lint(PolicyLint lint) {
        problems(Severity.WARNING, checked.policy(), lint.remarks());
        problems(Severity.ERROR, Layout.POLICY_TEST.display(), checked.tests().problems());
        if (checked.tests().problems().isEmpty()) {
            int tests = checked.tests().count();
            add(
                    Severity.INFO,
                    tests == 0
                            ? "No policy tests: " + Layout.POLICY_TEST.display()
                                    + " may hold some, each like {path: src/main/App.java, level: YELLOW}."
                            : "All " + Words.count(tests, "policy test") + " hold.");
        }
        add(
                Severity.INFO,
                "Of " + Words.count(lint.counts().all(), "file") + " of head are " + CountLines.levels(lint.counts())
                        + ":");
        CountLines.ofFiles(lint.counts()).forEach(line -> add(Severity.INFO, line));
        if (lint.moves().isEmpty()) {
            add(Severity.WARNING, "What it moves nobody knows: " + Escape.line(checked.before()));
        } else {
            lines.addAll(MoveLines.of(lint.moves().get(), checked.before()));
        }
    }

    private void problems(Severity severity, String file, List<Problem> problems) {
        Capped<Problem> capped = Capped.of(problems);
        for (Problem problem : capped.shown()) {
            String place =
                    problem.mark().map(Mark::toString).map(mark -> ":" + mark).orElse("");
            add(severity, Escape.path(file) + place + "  " + Escape.line(problem.text()));
        }
        if (!capped.left().isEmpty()) {
            add(severity, Escape.path(file) + "  " + capped.left().size() + " more of these");
        }
    }

    private void add(Severity severity, String text) {
        lines.add(new Line(severity, text));
    }
}
