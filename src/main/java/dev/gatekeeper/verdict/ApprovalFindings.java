package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.ApprovalRequirement;
import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.Dismissal;
import dev.gatekeeper.approvals.GivenApproval;
import dev.gatekeeper.approvals.RequirementResult;
import dev.gatekeeper.approvals.RequirementResult.PartResult;
import dev.gatekeeper.approvals.ReviewedApproval;
import dev.gatekeeper.approvals.SignedApproval;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.Mark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the results of the requirements say to whoever has to mend them.
 *
 * <p>No requirement stays open without a finding: what keeps people from counting for it is a finding each, and where there is none of
 * these, or where all these people together would be too few, that there are too few is one. What is wrong with an approval that no open
 * requirement needs is a remark.
 */
final class ApprovalFindings {

    private final Case judged;
    private final Approvals approvals;
    private final WhomToAsk whomToAsk;
    private final Moves moves;
    private final MergeFirst mergeFirst;
    private final List<RequirementResult> open;
    private final Refusals refusals;
    private final ReviewFindings reviewFindings;
    private final UnprovenFindings unproven;

    /** @param approvals those of {@code judged}, or with a signature more */
    ApprovalFindings(Case judged, Approvals approvals) {
        this.judged = judged;
        this.approvals = approvals;
        this.whomToAsk = new WhomToAsk(approvals);
        this.moves = new Moves(judged);
        this.mergeFirst = MergeFirst.beforeSigning(judged, approvals);
        this.open = approvals.open();
        this.refusals = new Refusals(approvals);
        this.reviewFindings = new ReviewFindings(judged, approvals);
        this.unproven = new UnprovenFindings(judged, approvals);
    }

    List<Finding> findings() {
        EscalationFindings escalations = new EscalationFindings(judged, approvals, whomToAsk);
        List<Finding> ofContracts = escalations.findings();
        Set<Finding> findings = new LinkedHashSet<>(ofContracts);
        if (!open.isEmpty()) {
            for (SignedApproval signature : approvals.signatures()) {
                if (!refusals.isSuperseded(signature)) {
                    findings.addAll(new SignatureFindings(judged, approvals).of(signature));
                }
            }
        }
        if (!open.isEmpty()) {
            for (ReviewedApproval review : approvals.reviews().all()) {
                if (!refusals.isSuperseded(review)) {
                    findings.addAll(reviewFindings.of(review));
                }
            }
        }
        for (GivenApproval given : refusals.refused()) {
            findings.addAll(refusals(given));
        }
        boolean noContract =
                judged.contracts().files().isEmpty() && moves.nearContracts().isPresent();
        for (RequirementResult result : open) {
            boolean isEscalated = !result.requirement().asksForReview() && !ofContracts.isEmpty();
            findings.addAll(of(result, (noContract && !isOpenOnceInPlace(result)) || isEscalated));
        }
        return List.copyOf(findings);
    }

    /** Whether {@code result} would lack somebody, too, if each file lay where it is read. */
    private boolean isOpenOnceInPlace(RequirementResult result) {
        return judged.inPlace().approvals().open().stream()
                .map(RequirementResult::requirement)
                .anyMatch(then -> then.rule().equals(result.requirement().rule())
                        && then.policy().origin()
                                == result.requirement().policy().origin());
    }

    /** What is wrong with approvals that nothing needs. */
    List<Remark> remarks() {
        Set<Finding> wrong = new LinkedHashSet<>();
        for (SignedApproval signature : approvals.signatures()) {
            wrong.addAll(new SignatureFindings(judged, approvals).of(signature));
        }
        for (ReviewedApproval review : approvals.reviews().all()) {
            wrong.addAll(reviewFindings.of(review));
        }
        for (GivenApproval given : approvals.given()) {
            wrong.addAll(refusals(given));
        }
        if (open.isEmpty()) {
            wrong.addAll(new EscalationFindings(judged, approvals, whomToAsk).incomplete());
        }
        for (RequirementResult result : approvals.results()) {
            wrong.addAll(unproven.of(result, given(result, !result.satisfied(), approvals.given())));
        }
        List<Finding> findings = findings();
        List<Remark> remarks = new ArrayList<>();
        for (Finding one : superseded()) {
            wrong.remove(one);
            remarks.add(Remark.of(one, "nothing that is still asked for needs it"));
        }
        for (Finding one : wrong) {
            boolean isSaid = findings.stream()
                    .anyMatch(finding -> finding.file().equals(one.file())
                            && finding.mark().equals(one.mark())
                            && finding.code() == one.code());
            if (!isSaid) {
                remarks.add(Remark.of(one));
            }
        }
        remarks.addAll(reviewFindings.remarks());
        remarks.addAll(new ApprovalRemarks(judged, approvals).remarks());
        return remarks;
    }

    /** What is wrong with stale approvals of people of whom another one counts, though something else is open. */
    private List<Finding> superseded() {
        List<Finding> superseded = new ArrayList<>();
        if (!open.isEmpty()) {
            for (SignedApproval signature : approvals.signatures()) {
                if (refusals.isSuperseded(signature)) {
                    superseded.addAll(new SignatureFindings(judged, approvals).of(signature));
                }
            }
            for (ReviewedApproval review : approvals.reviews().all()) {
                if (refusals.isSuperseded(review)) {
                    superseded.addAll(reviewFindings.of(review));
                }
            }
        }
        return superseded;
    }

    /** What stands against {@code signature}, whatever else the change lacks. */
    List<Finding> about(SignedApproval signature) {
        Set<Finding> findings = new LinkedHashSet<>();
        Optional<GivenApproval> given = approvals.givenBy(signature);
        if (given.isPresent()) {
            findings.addAll(refusals(given.get()));
            for (RequirementResult result : open) {
                findings.addAll(authorsInTheWay(result, List.of(given.get())));
            }
        }
        findings.addAll(new SignatureFindings(judged, approvals).of(signature));
        return List.copyOf(findings);
    }

    private List<Finding> refusals(GivenApproval given) {
        Set<Origin> missedBy = refusals.missedBy(given);
        return refusals.refusal(given).stream()
                .map(why -> notAllowed(given, why, missedBy.isEmpty() ? approvals.askedBy() : missedBy))
                .toList();
    }

    /**
     * What {@code result} lacks; the first open part speaks for all.
     *
     * @param explained whether the contracts' own findings say already that nobody answers
     */
    private List<Finding> of(RequirementResult result, boolean explained) {
        boolean unknown = !result.requirement().unknownGroups().isEmpty();
        if (given(result, explained, approvals.given()).isEmpty()) {
            return explained && !unknown ? List.of() : List.of(tooFew(result));
        }
        List<Finding> findings = unproven.of(result, given(result, explained, refusals.accepted()));
        PartResult part = result.firstOpen().orElseThrow();
        List<GivenApproval> willing = willing(part);
        List<GivenApproval> refusedHere = refusals.refusedFor(result);
        List<Finding> authors = authorsInTheWay(result, approvals.given());
        boolean someExplain = !findings.isEmpty()
                || !authors.isEmpty()
                || !refusedHere.isEmpty()
                || willing.stream()
                        .anyMatch(given -> (given.stale() && !refusals.isSuperseded(given))
                                || result.dismisses(given, Dismissal.WITHOUT_EVIDENCE));
        int people = RequirementResult.people(willing) + RequirementResult.people(refusedHere);
        findings.addAll(authors);
        if (unknown || !someExplain || (authors.isEmpty() && people < part.required())) {
            findings.add(tooFew(result));
        }
        return findings;
    }

    /** Whoever reviews what is to be signed has done no harm: once the escalation says whom to ask, nothing is left to be said of it. */
    private static List<GivenApproval> given(RequirementResult result, boolean explained, List<GivenApproval> among) {
        return among.stream()
                .filter(given ->
                        !explained || given.proof() != Proof.REVIEWED || !result.dismisses(given, Dismissal.UNPROVEN))
                .toList();
    }

    /** Those who may answer for {@code part}, whether or not they have proven it. */
    private List<GivenApproval> willing(PartResult part) {
        List<GivenApproval> willing = new ArrayList<>();
        for (GivenApproval given : refusals.accepted()) {
            if (part.reasonAgainst(given).filter(Dismissal::isOfPerson).isEmpty()) {
                willing.add(given);
            }
        }
        return willing;
    }

    /** Those of {@code given} who are listed and wrote the first open part, where too few others may answer for it. */
    private List<Finding> authorsInTheWay(RequirementResult result, List<GivenApproval> given) {
        List<Finding> findings = new ArrayList<>();
        Optional<PartResult> open = result.firstOpen();
        if (open.isPresent()
                && RequirementResult.people(willing(open.get())) < open.get().required()) {
            for (GivenApproval one : given) {
                Optional<Dismissal> reason = open.get().reasonAgainst(one);
                if (reason.equals(Optional.of(Dismissal.AUTHOR))
                        && !refusals.refused().contains(one)) {
                    findings.add(notAllowed(
                            one, Dismissal.AUTHOR.words(open.get().part(), one.approver()), askedBy(result)));
                }
            }
        }
        return findings;
    }

    private Finding tooFew(RequirementResult result) {
        PartResult open = result.firstOpen().orElseThrow();
        ApprovalRequirement requirement = result.requirement();
        Optional<GivenApproval> last = approvals.given().stream().reduce((one, other) -> other);
        Finding tooFew = new Finding(
                Code.APPROVALS_TOO_FEW,
                last.map(GivenApproval::file).orElse(Layout.CONTRACTS.display()),
                last.<Mark>flatMap(GivenApproval::mark),
                Texts.called(requirement) + " asks for "
                        + Words.count(
                                open.required(), requirement.rule().proof().asked()) + " and has "
                        + RequirementResult.people(open.counted()) + ": "
                        + open.part().what() + Texts.unknown(requirement.unknownGroups()) + unread(requirement),
                requirement.unknownGroups().isEmpty() ? moreApprovers(result) : Texts.GIVE_ORG_POLICY,
                askedBy(result));
        return moves.or(
                switch (requirement.rule().proof()) {
                    case NAMED -> tooFew;
                    case REVIEWED ->
                        MergeFirst.beforeReviewing(judged, approvals).or(tooFew);
                    case SIGNED -> mergeFirst.or(tooFew);
                });
    }

    /** Nobody has to be named where it is reviews that are asked for. */
    private String unread(ApprovalRequirement requirement) {
        return judged.contracts().unreadable().isEmpty() || requirement.asksForReview()
                ? ""
                : "; who is named in a contract that can't be read doesn't count yet";
    }

    /** A signed approval needs no escalation entry, and to add one would make the signatures that are there stale. */
    private String moreApprovers(RequirementResult result) {
        if (result.requirement().asksForReview()) {
            return "Ask " + whomToAsk.next(result) + "; " + Texts.COUNTS_REVIEW;
        }
        String names = whomToAsk.whoElse(result);
        return judged.contracts()
                .answersForAll()
                .filter(contract -> result.requirement().asksForSignature())
                .map(contract -> "Each further approver (" + names + ") signs: " + NextStep.sign(judged, contract.id()))
                .orElse("Ask " + names + "; a human adds an escalation entry for each who approves.");
    }

    private static Set<Origin> askedBy(RequirementResult result) {
        return Set.of(result.requirement().policy().origin());
    }

    private Finding notAllowed(GivenApproval given, String why, Set<Origin> askedBy) {
        boolean signed = given.proof() == Proof.SIGNED;
        boolean reviewed = given.proof() == Proof.REVIEWED;
        Finding notAllowed = new Finding(
                Code.APPROVER_NOT_ALLOWED,
                given.file(),
                given.mark(),
                "the approver '" + given.approver().shown() + "' " + why,
                reviewed ? "Ask another human to review the change, who may approve it." : askAnother(signed),
                askedBy);
        return signed ? mergeFirst.or("Remove it, and ", notAllowed) : notAllowed;
    }

    /** Of several contracts one may have landed elsewhere, as in a promotion: to alter it there would bar the way back. */
    private String askAnother(boolean signed) {
        boolean several = judged.contracts().files().size() > 1;
        if (signed) {
            return several
                    ? "Ask another human to sign a contract that declares RED: one signature answers for all of this change."
                    : "Remove it, and ask another human to sign.";
        }
        return "Ask another human to approve; a human names them in the escalation"
                + (several
                        ? " of a contract of this change's own that declares RED: it answers for all. One that has landed elsewhere"
                                + " stays as it is."
                        : ".");
    }
}
