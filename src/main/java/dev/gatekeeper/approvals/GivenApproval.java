package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.contract.Decision;
import dev.gatekeeper.contract.Escalation;
import dev.gatekeeper.contract.FieldValue;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.yaml.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An approval as it was given; whether it counts for anything, {@link ApprovalRequirement#judge} decides.
 *
 * @param approver who answers
 * @param proof what proves it
 * @param stale whether it is a signature or a review of other content than what would be merged, which proves nothing
 * @param contractId the contract that it approves; empty for a review, which answers for all of them
 * @param declared the level that this contract declares, or the highest of all; GREEN where none is declared
 * @param file the contract that names them, or the signature; for a review the contract that answers for all
 * @param mark where the contract names them
 * @param evidence what the contract gives as evidence, which may be nothing; or the fingerprint of the key, or the review
 * @param signature what was signed, where it was
 * @param review what was reviewed, where it was
 */
public record GivenApproval(
        Identity approver,
        Proof proof,
        boolean stale,
        Optional<String> contractId,
        Level declared,
        String file,
        Optional<Mark> mark,
        String evidence,
        Optional<SignedApproval> signature,
        Optional<ReviewedApproval> review) {

    /**
     * Collects what the escalations name, then what was signed, then what was reviewed.
     *
     * @param targetChangedRed whether the target has changed a RED path since: nobody has signed what a merge makes of it
     */
    static List<GivenApproval> collect(
            Contracts all,
            List<SignedApproval> signatures,
            List<ReviewedApproval> reviews,
            Identities identities,
            boolean targetChangedRed) {
        List<Contract> contracts = all.readable();
        List<GivenApproval> given = new ArrayList<>();
        for (Contract contract : contracts) {
            for (Escalation escalation : contract.escalations()) {
                if (escalation.decision() == Decision.APPROVED) {
                    named(contract, escalation, identities).ifPresent(given::add);
                }
            }
        }
        for (SignedApproval signature : signatures) {
            signed(signature, contracts, identities, targetChangedRed).ifPresent(given::add);
        }
        for (ReviewedApproval review : reviews) {
            if (review.isGiven()) {
                given.add(reviewed(review, all, identities));
            }
        }
        return given;
    }

    /** Whether it approves the contract with the id {@code id} too. */
    public boolean covers(String id) {
        return contractId.isEmpty() || contractId.get().equals(id);
    }

    private static Optional<GivenApproval> named(Contract contract, Escalation escalation, Identities identities) {
        return escalation
                .approver()
                .filter(name -> identities.namesSomebody(name.text()))
                .map(name -> new GivenApproval(
                        identities.named(name.text()),
                        Proof.NAMED,
                        false,
                        Optional.of(contract.id()),
                        contract.declared().orElse(Level.GREEN),
                        contract.file(),
                        Optional.of(name.mark()),
                        escalation.evidence().map(FieldValue::text).orElse(""),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** What {@code signature} says by a listed key; empty where no policy lists its key, or the key may not approve today. */
    private static Optional<GivenApproval> signed(
            SignedApproval signature, List<Contract> contracts, Identities identities, boolean targetChangedRed) {
        List<TrustedKey> signers = signature.signers();
        List<TrustedKey> keys =
                signers.isEmpty() ? signature.signerOfOther().stream().toList() : signers;
        return keys.stream()
                .findFirst()
                .map(key -> new GivenApproval(
                        identities.listed(
                                keys.stream().map(TrustedKey::approver).toList()),
                        Proof.SIGNED,
                        signers.isEmpty() || targetChangedRed,
                        Optional.of(signature.contractId()),
                        declaredBy(signature.contractId(), contracts),
                        signature.file(),
                        Optional.empty(),
                        key.fingerprint(),
                        Optional.of(signature),
                        Optional.empty()));
    }

    private static GivenApproval reviewed(ReviewedApproval review, Contracts contracts, Identities identities) {
        return new GivenApproval(
                identities.listed(review.approvers()),
                Proof.REVIEWED,
                review.staleness().isPresent(),
                Optional.empty(),
                contracts.declared().orElse(Level.GREEN),
                contracts.answersForAll().map(Contract::file).orElse(Layout.CONTRACTS.display()),
                Optional.empty(),
                review.review().toString(),
                Optional.empty(),
                Optional.of(review));
    }

    private static Level declaredBy(String contractId, List<Contract> contracts) {
        for (Contract contract : contracts) {
            if (contract.id().equals(contractId)) {
                return contract.declared().orElse(Level.GREEN);
            }
        }
        return Level.GREEN;
    }

    /** The place tells apart nearly all, and they are compared a lot, see {@link RequirementResult.PartResult}. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof GivenApproval given
                        && file.equals(given.file)
                        && mark.equals(given.mark)
                        && proof == given.proof
                        && stale == given.stale
                        && contractId.equals(given.contractId)
                        && declared == given.declared
                        && evidence.equals(given.evidence)
                        && approver.equals(given.approver)
                        && signature.equals(given.signature)
                        && review.equals(given.review));
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + mark.hashCode();
    }
}
