package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.Dismissal;
import dev.gatekeeper.approvals.GivenApproval;
import dev.gatekeeper.approvals.RequirementResult;
import dev.gatekeeper.approvals.SignedApproval;
import dev.gatekeeper.policy.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may answer, and has not proven that they do: they are only named, or have reviewed what is to be signed. */
final class UnprovenFindings {

    private final Case judged;
    private final Approvals approvals;
    private final WhomToAsk whomToAsk;
    private final Moves moves;

    UnprovenFindings(Case judged, Approvals approvals) {
        this.judged = judged;
        this.approvals = approvals;
        this.whomToAsk = new WhomToAsk(approvals);
        this.moves = new Moves(judged);
    }

    /** Those of {@code among}, each person once, who have proven nothing for {@code result}, neither of this nor of other content. */
    List<Finding> of(RequirementResult result, List<GivenApproval> among) {
        List<GivenApproval> proven = new ArrayList<>();
        for (GivenApproval given : among) {
            if (given.proof() != Proof.NAMED && (given.stale() || result.counts(given))) {
                proven.add(given);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (GivenApproval given : among) {
            if (result.dismisses(given, Dismissal.UNPROVEN)
                    && !(given.proof() == Proof.REVIEWED && isNamedToo(given, among))
                    && proven.stream()
                            .noneMatch(other -> Refusals.isProofOf(given, other) || isMisfiled(given, other))) {
                findings.add(moves.or(
                        result.requirement().asksForSignature() ? unsigned(result, given) : unreviewed(result, given)));
            }
        }
        return findings;
    }

    private static boolean isNamedToo(GivenApproval review, List<GivenApproval> among) {
        return among.stream()
                .anyMatch(other ->
                        other.proof() == Proof.NAMED && other.approver().isSameAs(review.approver()));
    }

    /** Whether {@code stale} is what {@code given} lacks, among the approvals of another contract: its own finding says so. */
    private static boolean isMisfiled(GivenApproval given, GivenApproval stale) {
        return stale.approver().isSameAs(given.approver())
                && stale.signature()
                        .flatMap(SignedApproval::instead)
                        .filter(instead -> instead.isOfToday()
                                && given.covers(instead.statement().contractId()))
                        .isPresent();
    }

    private Finding unsigned(RequirementResult result, GivenApproval given) {
        Finding unsigned = unproven(
                result,
                given,
                " is not signed, and " + Texts.called(result.requirement()) + " asks for a signature"
                        + (approvals.canSign(given.approver()) ? "" : "; no key of theirs counts today"),
                signs(given));
        return misplaced(given)
                .map(unsigned::byAuthor)
                .orElseGet(() -> MergeFirst.beforeSigning(judged, approvals).or(unsigned));
    }

    private Finding unreviewed(RequirementResult result, GivenApproval given) {
        boolean can = approvals.canReview(given.approver());
        Finding unreviewed = unproven(
                result,
                given,
                " is no review, and " + Texts.called(result.requirement()) + " asks for one"
                        + (can ? "" : "; the policy gives them no login, and no key of theirs counts today"),
                can
                        ? "Ask them to review it; " + Texts.COUNTS_REVIEW
                        : "Ask somebody else (" + whomToAsk.whoElse(result) + "); " + Texts.COUNTS_REVIEW);
        return MergeFirst.beforeReviewing(judged, approvals).or(unreviewed);
    }

    private static Finding unproven(RequirementResult result, GivenApproval given, String lack, String remedy) {
        return new Finding(
                Code.APPROVAL_UNSIGNED,
                given.file(),
                given.mark(),
                "the approval of '" + given.approver().shown() + "'" + lack,
                remedy,
                Set.of(result.requirement().policy().origin()));
    }

    private String signs(GivenApproval given) {
        Optional<String> contract = contract(given);
        if (contract.isEmpty()) {
            return "Write the contract first; then the next run says what to sign.";
        }
        String command = NextStep.sign(judged, contract.get());
        if (approvals.canSign(given.approver())) {
            return "The approver signs: " + command;
        }
        return whomToAsk
                .signers()
                .map(names -> "Somebody else signs (" + names + "): " + command)
                .orElse(Texts.LAND_A_KEY);
    }

    /** The one that they approve, or, of all of them, the one that answers for the change. */
    private Optional<String> contract(GivenApproval given) {
        return given.contractId().or(() -> judged.contracts().answersForAll().map(contract -> contract.id()));
    }

    private Optional<String> misplaced(GivenApproval given) {
        return contract(given)
                .flatMap(id -> judged.inPlace().signatureBy(given.approver(), id))
                .map(Moves::move)
                .filter(command -> !command.isEmpty())
                .map(command -> "Their signature lies where none is read. Move it and commit: " + command);
    }
}
