package dev.gatekeeper.report;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.verdict.Demand;
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
        task.demands().forEach(demand -> lines.add(new Line(Severity.INFO, asked(demand))));
        if (!task.isAsked()) {
            lines.add(new Line(Severity.WARNING, NOT_ASKED));
        }
        if (!task.hasKeys()) {
            lines.add(
                    new Line(
                            Severity.WARNING,
                            "The policy lists no key, so no signature counts; an administrator lands your public key"
                                    + " (keys: [\"ssh-ed25519 AAAA…\"]) beside your name in .gatekeeper/policy.yaml of the target."));
        }
        for (RawPath path : Capped.of(task.changedByTarget()).shown()) {
            lines.add(new Line(
                    Severity.WARNING,
                    Escape.path(path.display())
                            + "  the target has changed this RED path since the merge base; a signature counts only once the"
                            + " author has merged the target"));
        }
        return lines;
    }

    private static String asked(Demand demand) {
        int approvals = demand.rule().approvals();
        return "Rule %s%s (%s) asks for %d %sapproval%s: %s"
                .formatted(
                        Escape.line(demand.rule().id()),
                        demand.origin() == Origin.ORGANISATION ? " of the organisation's policy" : "",
                        Escape.line(demand.rule().because()),
                        approvals,
                        demand.rule().proof() == Proof.SIGNED ? "signed " : "",
                        approvals == 1 ? "" : "s",
                        candidates(Capped.of(demand.candidates())));
    }

    private static String candidates(Capped<Demand.Candidate> candidates) {
        if (candidates.shown().isEmpty()) {
            return "any human who is not an author";
        }
        String more =
                candidates.left().isEmpty() ? "" : " and " + candidates.left().size() + " more";
        return candidates.shown().stream().map(ApproverNotes::candidate).collect(Collectors.joining(", ")) + more;
    }

    private static String candidate(Demand.Candidate candidate) {
        String about = candidate
                .hindrance()
                .map(why -> "may not: " + Escape.line(why))
                .orElse(candidate.fingerprints().isEmpty() ? "no key" : String.join(" or ", candidate.fingerprints()));
        return Escape.line(candidate.name()) + " (" + about + ")";
    }
}
