package dev.gatekeeper.report;

import dev.gatekeeper.Facts;
import dev.gatekeeper.PreparedApproval;
import dev.gatekeeper.approvals.ApprovalRequirement;
import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.GivenApproval;
import dev.gatekeeper.approvals.ListedApprover;
import dev.gatekeeper.approvals.RequirementResult;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.SigningTask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an approver must know before they sign: who may, and what would make the signature vain. */
final class ApproverNotes {

    private static final String NOT_ASKED =
            "Nothing in this change asks for a signature: a %s is enough, and a signed one counts too.";

    private ApproverNotes() {}

    /** That nobody has to sign, where it is so, and what is enough. */
    static String notAsked(Approvals approvals) {
        return NOT_ASKED.formatted(
                approvals.askForReview()
                        ? "review where the change is proposed, as the pipeline knows it,"
                        : "named approval");
    }

    /** What makes a signature vain now, or unsafe to give: nobody should read a page before they learn it. */
    static List<String> first(Facts facts, PreparedApproval prepared) {
        SigningTask task = prepared.task();
        List<String> first = new ArrayList<>();
        if (prepared.inCheckout()) {
            first.add(
                    "This is a checkout of the change: its build, hooks and links act here. Sign where none of it is checked out: "
                            + "git switch --detach "
                            + facts.revisions().orElseThrow().target());
        }
        List<RequirementResult> results = task.approvals().results();
        if (!results.isEmpty() && task.approvals().open().isEmpty()) {
            first.add("Enough people approve this change already; a further signature changes nothing.");
        } else if (!task.approvals().askForSignature()) {
            first.add(notAsked(task.approvals()));
        }
        if (!task.hasKeys()) {
            first.add("The policy lists no key, so no signature counts; an administrator lands your public key"
                    + " (keys: [\"ssh-ed25519 AAAA…\"]) beside your name in .gatekeeper/policy.yaml of the target.");
        }
        for (RawPath path : Capped.of(task.approvals().redChangedByTarget()).shown()) {
            first.add(Escape.path(path.display())
                    + "  the target has changed this RED path since the merge base; a signature counts only once the"
                    + " author has merged the target");
        }
        if (!task.first().isEmpty()) {
            first.add(
                    "The author still has to mend what is below; an edit of the contract or of a RED path makes a signature stale:");
            for (Finding finding : Capped.of(task.first()).shown()) {
                first.add(
                        "    " + Escape.path(FindingsByReader.place(finding)) + "  " + Escape.line(finding.problem()));
            }
        }
        return first;
    }

    /** Who answers already, and who may. */
    static List<String> who(SigningTask task) {
        List<String> who = new ArrayList<>();
        for (RequirementResult result : task.approvals().results()) {
            who.add(asked(result, task.approvals().listedFor(result)));
            for (GivenApproval given : Capped.of(task.approvals().given()).shown()) {
                if (result.counts(given)) {
                    who.add("    Counts already: "
                            + Escape.line(given.approver().shown()) + " ("
                            + counted(given) + ")");
                }
            }
        }
        return who;
    }

    private static String counted(GivenApproval given) {
        return given.review().isPresent()
                ? "reviewed at " + given.review().get().review().shortCommit() + ", as the pipeline says"
                : given.proof().word() + ", " + Escape.path(given.file());
    }

    private static String asked(RequirementResult result, List<ListedApprover> listed) {
        ApprovalRequirement requirement = result.requirement();
        Rule rule = requirement.rule();
        return "Rule %s%s (%s) asks for %s and has %d: %s"
                .formatted(
                        Escape.line(rule.id()),
                        requirement.policy().origin() == Origin.ORGANISATION ? " of the organisation's policy" : "",
                        Escape.line(rule.because()),
                        Words.count(rule.approvals(), rule.proof().asked()),
                        result.answered(),
                        names(requirement, Capped.of(listed)));
    }

    private static String names(ApprovalRequirement requirement, Capped<ListedApprover> listed) {
        String names =
                listed.shown().stream().map(one -> name(requirement, one)).collect(Collectors.joining(", "))
                        + Words.andMore(listed.left().size());
        List<String> unknown = requirement.unknownGroups();
        if (unknown.isEmpty()) {
            return names.isEmpty() ? "any human who is not an author" : names;
        }
        return names + (names.isEmpty() ? "" : ", and ") + "whoever is in " + Escape.line(Words.list(unknown))
                + ", which gatekeeper.orgPolicy would tell";
    }

    private static String name(ApprovalRequirement requirement, ListedApprover listed) {
        if (listed.hasAnswered()) {
            return Escape.line(listed.approver().name()) + " (counts already)";
        }
        List<String> means = new ArrayList<>(listed.fingerprints());
        if (requirement.asksForReview()) {
            listed.approver().logins().stream().sorted().forEach(login -> means.add("login " + Escape.line(login)));
        }
        if (means.isEmpty()) {
            means.add(
                    listed.approver().keys().isEmpty()
                            ? "no key"
                            : Escape.line(listed.keyProblem().orElseThrow()));
        }
        String about =
                listed.hindrance().map(why -> "may not: " + Escape.line(why)).orElse(String.join(" or ", means));
        return Escape.line(listed.approver().name()) + " (" + about + ")";
    }
}
