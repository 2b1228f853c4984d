package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.RequirementResult;
import dev.gatekeeper.approvals.UnknownLogin;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.policy.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to know about who answers for the RED of a change, and nobody has to mend. */
record ApprovalRemarks(Case judged, Approvals approvals) {

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        for (RequirementResult result : approvals.results()) {
            if (result.requirement().isOpenToAnybody()) {
                remarks.add(new Remark(
                        Layout.POLICY.display(), Optional.empty(), "the policy lists no approvers: anybody counts"));
                break;
            }
        }
        remarks.addAll(unsignedContracts());
        for (UnknownLogin unknown : approvals.unknownLogins()) {
            remarks.add(unknown(unknown));
        }
        if (approvals.mailmapProblem().isPresent()) {
            remarks.add(new Remark(
                    Layout.MAILMAP.display(),
                    Optional.empty(),
                    "on the target it " + approvals.mailmapProblem().get()
                            + ", so it gives nobody who wrote something another name or email"));
        }
        return remarks;
    }

    private static Remark unknown(UnknownLogin unknown) {
        return new Remark(
                Layout.POLICY.display(),
                Optional.empty(),
                "gatekeeper.author names '" + unknown.login() + "', a login that the policy gives nobody, and for '"
                        + unknown.approver()
                        + "', who approves, it gives none, so that nobody can tell whether they opened this change; put"
                        + " logins: [<what the forge calls them>] beside their name under approvers");
    }

    /** Where signatures answer for all, a contract that none of them is of: nobody has approved what it says. */
    private List<Remark> unsignedContracts() {
        List<Remark> remarks = new ArrayList<>();
        boolean allSigned = !approvals.results().isEmpty()
                && approvals.results().stream()
                        .allMatch(result ->
                                result.satisfied() && result.requirement().asksForSignature());
        if (allSigned) {
            for (Contract contract : judged.contracts().readable()) {
                boolean signed = approvals.given().stream()
                        .anyMatch(given -> given.proof() == Proof.SIGNED
                                && given.covers(contract.id())
                                && approvals.results().stream().anyMatch(result -> result.counts(given)));
                if (!signed) {
                    remarks.add(new Remark(
                            contract.file(),
                            Optional.empty(),
                            "nobody has signed this contract; the signatures of another one answer for the RED paths"));
                }
            }
        }
        return remarks;
    }
}
