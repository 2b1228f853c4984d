package dev.gatekeeper.report;

import dev.gatekeeper.approvals.ApprovalRequirement;
import dev.gatekeeper.approvals.ListedApprover;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.SigningTask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an approver must know before they sign: who may, and what would make the signature vain. */
final class ApproverNotes {

    static final String NOT_ASKED =
            "Nothing in this change asks for a signature: a named approval is enough, and a signed one counts too.";

    private ApproverNotes() {}

    static List<Line> of(SigningTask task) {
        List<Line> lines = new ArrayList<>();
        task.approvals()
                .results()
                .forEach(result -> lines.add(new Line(
                        Severity.INFO,
                        asked(result.requirement(), task.approvals().listedFor(result)))));
        if (!task.approvals().askForSignature()) {
            lines.add(new Line(Severity.WARNING, NOT_ASKED));
        }
        if (!task.hasKeys()) {
            lines.add(
                    new Line(
                            Severity.WARNING,
                            "The policy lists no key, so no signature counts; an administrator lands your public key"
                                    + " (keys: [\"ssh-ed25519 AAAA…\"]) beside your name in .gatekeeper/policy.yaml of the target."));
        }
        for (RawPath path : Capped.of(task.approvals().redChangedByTarget()).shown()) {
            lines.add(new Line(
                    Severity.WARNING,
                    Escape.path(path.display())
                            + "  the target has changed this RED path since the merge base; a signature counts only once the"
                            + " author has merged the target"));
        }
        return lines;
    }

    private static String asked(ApprovalRequirement requirement, List<ListedApprover> listed) {
        Rule rule = requirement.rule();
        String asked = requirement.asksForSignature() ? "signed approval" : "approval";
        return "Rule %s%s (%s) asks for %s: %s"
                .formatted(
                        Escape.line(rule.id()),
                        requirement.policy().origin() == Origin.ORGANISATION ? " of the organisation's policy" : "",
                        Escape.line(rule.because()),
                        Words.count(rule.approvals(), asked),
                        names(Capped.of(listed), requirement.unknownGroups()));
    }

    private static String names(Capped<ListedApprover> listed, List<String> unknown) {
        String names = listed.shown().stream().map(ApproverNotes::name).collect(Collectors.joining(", "))
                + Words.andMore(listed.left().size());
        if (unknown.isEmpty()) {
            return names.isEmpty() ? "any human who is not an author" : names;
        }
        return names + (names.isEmpty() ? "" : ", and ") + "whoever is in " + Escape.line(Words.list(unknown))
                + ", which gatekeeper.orgPolicy would tell";
    }

    private static String name(ListedApprover listed) {
        String about = listed.hindrance()
                .map(why -> "may not: " + Escape.line(why))
                .or(() -> listed.keyProblem()
                        .map(why -> listed.approver().keys().isEmpty() ? "no key" : Escape.line(why)))
                .orElseGet(() -> String.join(" or ", listed.fingerprints()));
        return Escape.line(listed.approver().name()) + " (" + about + ")";
    }
}
