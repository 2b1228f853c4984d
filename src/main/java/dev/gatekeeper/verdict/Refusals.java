package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.ApprovalRequirement.Part;
import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.Dismissal;
import dev.gatekeeper.approvals.GivenApproval;
import dev.gatekeeper.approvals.RequirementResult;
import dev.gatekeeper.approvals.RequirementResult.PartResult;
import dev.gatekeeper.approvals.ReviewedApproval;
import dev.gatekeeper.approvals.SignedApproval;
import dev.gatekeeper.policy.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of the approvals that were given are missed by what is open, and why they can't answer for it. */
final class Refusals {

    private final Approvals approvals;
    private final List<RequirementResult> open;
    private final Set<GivenApproval> refused = new LinkedHashSet<>();
    private final Set<GivenApproval> superseded = new LinkedHashSet<>();
    private final List<GivenApproval> accepted = new ArrayList<>();

    Refusals(Approvals approvals) {
        this.approvals = approvals;
        this.open = approvals.open();
        for (GivenApproval given : approvals.given()) {
            if (given.stale() && isMissedNowhere(given)) {
                superseded.add(given);
            }
            boolean isRefused = refusal(given).isPresent() && !missedBy(given).isEmpty();
            (isRefused ? refused : accepted).add(given);
        }
    }

    /** The approvals that could count for something open and count for nothing at all, however they are proven. */
    Set<GivenApproval> refused() {
        return Collections.unmodifiableSet(refused);
    }

    /** The others, in the order in which they were given. */
    List<GivenApproval> accepted() {
        return Collections.unmodifiableList(accepted);
    }

    /** Whether {@code given} is a stale signature or review that nothing open misses, since what its giver has given since counts. */
    boolean isSuperseded(GivenApproval given) {
        return superseded.contains(given);
    }

    /** As {@link #isSuperseded(GivenApproval)}, of what {@code signature} gives. */
    boolean isSuperseded(SignedApproval signature) {
        return approvals.givenBy(signature).filter(superseded::contains).isPresent();
    }

    /** As {@link #isSuperseded(GivenApproval)}, of what {@code review} gives. */
    boolean isSuperseded(ReviewedApproval review) {
        return approvals.givenBy(review).filter(superseded::contains).isPresent();
    }

    /**
     * Whether {@code stale}, such as the one that a cherry-pick brought along, is missed nowhere: wherever it could count for something open,
     * another approval of the same person of the same contract does.
     */
    private boolean isMissedNowhere(GivenApproval stale) {
        for (RequirementResult result : open) {
            for (PartResult part : result.parts()) {
                boolean isMissed = part.reasonAgainst(stale).equals(Optional.of(Dismissal.STALE));
                if (isMissed && part.counted().stream().noneMatch(other -> isProofOf(stale, other))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The policies of which something is open that nobody but who {@code given} is keeps them from: they wrote it, or are on nobody's list. */
    Set<Origin> missedBy(GivenApproval given) {
        boolean unlisted =
                approvals.results().stream().allMatch(result -> result.dismissesFromAll(given, Dismissal.UNLISTED));
        Set<Origin> missing = EnumSet.noneOf(Origin.class);
        for (RequirementResult result : open) {
            if (unlisted || !result.dismissesFromAll(given, Dismissal.UNLISTED)) {
                missing.add(result.requirement().policy().origin());
            }
        }
        return missing;
    }

    /** Why {@code given} can answer for nothing that this change touches. */
    Optional<String> refusal(GivenApproval given) {
        List<Dismissal> reasons = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (RequirementResult result : approvals.results()) {
            for (PartResult part : result.parts()) {
                Optional<Dismissal> reason = part.reasonAgainst(given);
                if (reason.isEmpty() || !reason.get().isOfPerson()) {
                    return Optional.empty();
                }
                reasons.add(reason.get());
                parts.add(part.part());
            }
        }
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        if (reasons.get(0).isForAll()) {
            return Optional.of(reasons.get(0).words(parts.get(0), given.approver()));
        }
        if (reasons.stream().allMatch(Dismissal.UNLISTED::equals)) {
            Set<String> allowed = new LinkedHashSet<>();
            approvals.results().forEach(result -> allowed.add(WhomToAsk.listed(result.requirement())));
            return Optional.of(
                    "is no approver of what this change touches; its approvers are " + String.join("; ", allowed));
        }
        return parts.stream()
                .filter(part -> part.isBy(given.approver()))
                .findFirst()
                .map(part -> Dismissal.AUTHOR.words(part, given.approver()));
    }

    /**
     * Those whose refusal the policy of {@code result} asks for too. Where it only lists others, what another policy has against them is no
     * finding of its own, and may only warn.
     */
    List<GivenApproval> refusedFor(RequirementResult result) {
        List<GivenApproval> refusedHere = new ArrayList<>();
        for (GivenApproval given : refused) {
            if (missedBy(given).contains(result.requirement().policy().origin())) {
                refusedHere.add(given);
            }
        }
        return refusedHere;
    }

    /** Each contract has a statement of its own: who signed another one approved that. A review is of all of them. */
    static boolean isProofOf(GivenApproval named, GivenApproval proven) {
        boolean sameContract = proven.contractId().isEmpty()
                || named.contractId().isEmpty()
                || proven.contractId().equals(named.contractId());
        return sameContract && proven.approver().isSameAs(named.approver());
    }
}
