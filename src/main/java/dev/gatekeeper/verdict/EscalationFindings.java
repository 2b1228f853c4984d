package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approval;
import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.RequirementResult;
import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Decision;
import dev.gatekeeper.contract.Escalation;
import dev.gatekeeper.contract.FieldValue;
import dev.gatekeeper.contract.Substance;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.text.WebAddress;
import dev.gatekeeper.yaml.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether each contract that has to names a human who answers for RED, and nobody decided against it. */
final class EscalationFindings {

    private final Case judged;
    private final Approvals approvals;
    private final WhomToAsk whomToAsk;
    private final Moves moves;
    private final Set<Origin> asking;

    /** Of {@link #asking}, those that still lack somebody: what the others ask for is met without what an escalation lacks. */
    private final Set<Origin> missing;

    EscalationFindings(Case judged, Approvals approvals, WhomToAsk whomToAsk) {
        this.judged = judged;
        this.approvals = approvals;
        this.whomToAsk = whomToAsk;
        this.moves = new Moves(judged);
        // A rejection counts for whatever a change touches.
        this.asking = approvals.results().isEmpty() ? judged.policies().origins() : approvals.askedBy();
        this.missing = approvals.results().isEmpty() ? judged.policies().origins() : approvals.missedBy();
    }

    /** What is still asked for, and every rejection. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        boolean asks = !approvals.open().isEmpty();
        // Whoever reviews counts whether or not an escalation names them.
        boolean asksForName = asksForName();
        // Where nothing is RED but what a contract declares, there is no content that anybody could have signed.
        boolean asksAllTheSame =
                judged.level() == Level.RED && judged.classification().level() != Level.RED;
        if (judged.contracts().files().isEmpty()
                && asksForName
                && moves.nearContracts().isEmpty()) {
            findings.add(unanswered(Layout.CONTRACTS.display(), Optional.empty(), moves.answerForAll(), missing));
        }
        for (Contract contract : judged.contracts().readable()) {
            if (contract.escalations().isEmpty()
                    && judged.levelOf(contract) == Level.RED
                    && (asksForName || asksAllTheSame)) {
                boolean declared = contract.declared().equals(Optional.of(Level.RED));
                findings.add(unanswered(
                        contract.file(),
                        contract.riskLevel().map(FieldValue::mark),
                        moves.answerForAll() && (!declared || judged.levelOnceInPlace() == Level.RED),
                        asksAllTheSame ? asking : missing));
            }
            for (Escalation escalation : contract.escalations()) {
                // An escalation counts whichever contract holds it, so each is asked for all its parts.
                if (asks) {
                    findings.addAll(incomplete(contract, escalation));
                }
                if (escalation.decision() == Decision.REJECTED) {
                    findings.add(rejected(contract, escalation));
                }
            }
        }
        return findings;
    }

    private boolean asksForName() {
        for (RequirementResult result : approvals.open()) {
            if (!result.requirement().asksForReview()) {
                return true;
            }
        }
        return false;
    }

    /** What the escalations lack though nothing asks for it; whoever signed or reviewed needs no evidence. */
    List<Finding> incomplete() {
        List<Finding> incomplete = new ArrayList<>();
        if (judged.level() == Level.RED && !isProven()) {
            for (Contract contract : judged.contracts().readable()) {
                for (Escalation escalation : contract.escalations()) {
                    incomplete.addAll(incomplete(contract, escalation));
                }
            }
        }
        return incomplete;
    }

    private boolean isProven() {
        for (Approval approval : approvals.counted()) {
            if (approval.proof() != Proof.NAMED) {
                return true;
            }
        }
        return false;
    }

    private List<Finding> incomplete(Contract contract, Escalation escalation) {
        List<Finding> incomplete = new ArrayList<>();
        Optional<FieldValue> approver = escalation.approver();
        if (approver.isEmpty() || !approvals.namesSomebody(approver.get().text())) {
            incomplete.add(missing(contract, escalation, ContractKeys.APPROVER, approver));
        }
        boolean needsEvidence = escalation.decision() == Decision.APPROVED && !allAskForSignatures();
        Optional<FieldValue> evidence = escalation.evidence();
        if (needsEvidence && (evidence.isEmpty() || Substance.of(evidence.get().text()) != Substance.TEXT)) {
            incomplete.add(missing(contract, escalation, ContractKeys.EVIDENCE, evidence));
        } else if (needsEvidence
                && !judged.policies().askingForLink().isEmpty()
                && !WebAddress.is(evidence.get().text())) {
            incomplete.add(noLink(contract, evidence.get()));
        }
        return incomplete;
    }

    private Finding noLink(Contract contract, FieldValue evidence) {
        return Finding.at(
                Code.ESCALATION_MISSING,
                contract.file(),
                evidence.mark(),
                "approvalEvidence is '" + evidence.text() + "', and the policy asks for a link (evidence: link)",
                "Let a human give the http(s) address at which the approval can be seen, such as that of the review.",
                judged.policies().askingForLink());
    }

    /** @param answered whether nothing asks for one any more, once each file is in its place */
    private Finding unanswered(String file, Optional<Mark> mark, boolean answered, Set<Origin> askedBy) {
        boolean signed = !approvals.results().isEmpty() && allAskForSignatures();
        boolean keyless = signed && whomToAsk.signers().isEmpty();
        Optional<String> sign = signed && !keyless ? sign() : Optional.empty();
        Finding unanswered = new Finding(
                Code.ESCALATION_MISSING,
                file,
                mark,
                "there is no escalation, and the change is RED: " + reason(),
                keyless ? Texts.LAND_A_KEY : "Ask " + whomToAsk.forAll() + sign.orElseGet(this::proof),
                askedBy);
        if (answered) {
            return unanswered.byAuthor(
                    moves.remedyForAll().orElse("Restore what belongs to earlier changes; then nothing asks for one."));
        }
        Finding shown = keyless || sign.isPresent() ? unanswered : unanswered.withExample(example());
        return allAskForSignatures()
                ? MergeFirst.beforeSigning(judged, approvals).or(shown)
                : shown;
    }

    /** Signatures that meet every rule need no escalation; they cover the contract, so it has to be there and own up to RED. */
    private Optional<String> sign() {
        return judged.contracts()
                .answersForAll()
                .filter(contract -> contract.declared().equals(Optional.of(Level.RED)))
                .map(contract -> " to sign; no escalation has to name them: " + NextStep.sign(judged, contract.id()));
    }

    /** A signature covers the contract too, so it comes after the escalation. */
    private String proof() {
        return allAskForSignatures()
                ? ". A human adds this to the contract and pushes it; then they sign what the next run asks for:"
                : ". Once they approve, a human adds this to the contract, and commits it:";
    }

    /** What each line holds the place of is nothing that counts. */
    private List<String> example() {
        List<String> lines = new ArrayList<>();
        lines.add(ContractKeys.ESCALATION + ":");
        lines.add("  " + ContractKeys.APPROVER + ": <who approves>");
        if (!allAskForSignatures()) {
            lines.add("  " + ContractKeys.EVIDENCE + ": <the link to their review>");
        }
        return lines;
    }

    /** But for what asks for reviews: that is answered where the change is proposed, and not here. */
    private boolean allAskForSignatures() {
        return approvals.results().stream()
                .filter(result -> !result.requirement().asksForReview())
                .allMatch(result -> result.requirement().asksForSignature());
    }

    private Finding missing(Contract contract, Escalation escalation, String key, Optional<FieldValue> answer) {
        String remedy = key.equals(ContractKeys.APPROVER)
                ? "Ask " + whomToAsk.forAll() + "; a human names here who has approved."
                : "Let a human say where the approval can be seen, by the link to the review.";
        return new Finding(
                Code.ESCALATION_MISSING,
                contract.file(),
                Optional.of(answer.map(FieldValue::mark).orElse(escalation.mark())),
                "the escalation has no " + key
                        + answer.filter(given -> !given.text().isBlank())
                                .map(given -> ": '" + given.text() + "' only holds the place of one")
                                .orElse(""),
                remedy,
                missing);
    }

    private Finding rejected(Contract contract, Escalation escalation) {
        return Finding.at(
                Code.ESCALATION_REJECTED,
                contract.file(),
                escalation.mark(),
                escalation
                                .approver()
                                .map(FieldValue::text)
                                .filter(text -> !text.isBlank())
                                .orElse("the approver") + " decided against this change",
                "Ask them what to change; once it is changed and they approve, a human writes so here. One rejection blocks.",
                asking);
    }

    private String reason() {
        return judged.classification().at(Level.RED).stream()
                .findFirst()
                .map(Texts::withReason)
                .orElse("its contract declares RED");
    }
}
