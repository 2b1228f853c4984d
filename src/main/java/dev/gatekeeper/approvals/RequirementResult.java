package dev.gatekeeper.approvals;

import dev.gatekeeper.approvals.ApprovalRequirement.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a requirement: verdict, findings, notes, record and the approver's page are read from it.
 *
 * @param requirement what is asked for
 * @param parts the result of each of its parts, in their order
 */
public record RequirementResult(ApprovalRequirement requirement, List<PartResult> parts) {

    public RequirementResult {
        parts = List.copyOf(parts);
    }

    /**
     * What came of one part: every approval that was given is either counted or dismissed.
     *
     * @param part the part
     * @param required how many different people it asks for
     * @param counted the approvals that count, in the order in which they were given
     * @param dismissed those that don't, and why, likewise
     */
    public record PartResult(
            Part part, int required, Set<GivenApproval> counted, Map<GivenApproval, Dismissal> dismissed) {

        public PartResult {
            // A change may hold thousands of each, and each is asked for by all that looks at the result.
            counted = Collections.unmodifiableSet(new LinkedHashSet<>(counted));
            dismissed = Collections.unmodifiableMap(new LinkedHashMap<>(dismissed));
        }

        /** How many more people are needed; 0 when it is satisfied. */
        public int missing() {
            return Math.max(0, required - people(counted));
        }

        /** Why {@code approval} does not count; empty where it does, and where nobody gave it. */
        public Optional<Dismissal> reasonAgainst(GivenApproval approval) {
            return Optional.ofNullable(dismissed.get(approval));
        }
    }

    /** How many different people approve the part that lacks the most. */
    public int answered() {
        return requirement.rule().approvals()
                - parts.stream().mapToInt(PartResult::missing).max().orElse(0);
    }

    /** Whether enough people approve every part. */
    public boolean satisfied() {
        return firstOpen().isEmpty();
    }

    /** The first part that lacks somebody. */
    public Optional<PartResult> firstOpen() {
        for (PartResult part : parts) {
            if (part.missing() > 0) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** Whether {@code approval} counts for some part. */
    public boolean counts(GivenApproval approval) {
        return parts.stream().anyMatch(part -> part.counted().contains(approval));
    }

    /** Whether {@code approval} is dismissed from some part for {@code reason}. */
    public boolean dismisses(GivenApproval approval, Dismissal reason) {
        return parts.stream().anyMatch(part -> part.reasonAgainst(approval).equals(Optional.of(reason)));
    }

    /** Whether {@code approval} is dismissed from every part for {@code reason}. */
    public boolean dismissesFromAll(GivenApproval approval, Dismissal reason) {
        return parts.stream().allMatch(part -> part.reasonAgainst(approval).equals(Optional.of(reason)));
    }

    /** How many different people gave {@code approvals}. */
    public static int people(Collection<GivenApproval> approvals) {
        List<Identity> people = new ArrayList<>();
        for (GivenApproval approval : approvals) {
            if (people.stream().noneMatch(approval.approver()::isSameAs)) {
                people.add(approval.approver());
            }
        }
        return people.size();
    }
}
