package dev.gatekeeper.approvals;

import dev.gatekeeper.approvals.ApprovalRequirement.Part;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.ApproverKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom the policies list, and by what they could approve on a day (UTC). */
record ListedApprovers(Identities identities, LocalDate today) {

    /** Everybody whom the policy lists for what {@code result} is of. */
    List<ListedApprover> of(RequirementResult result) {
        ApprovalRequirement requirement = result.requirement();
        List<ListedApprover> all = new ArrayList<>();
        for (Approver approver : requirement.policy().approversOf(requirement.rule())) {
            Identity identity = identities.listed(List.of(approver));
            all.add(new ListedApprover(
                    approver,
                    hindrance(requirement, identity),
                    fingerprints(approver),
                    keyProblem(approver),
                    hasAnswered(result, identity)));
        }
        return all;
    }

    /** Whether {@code somebody} has a key by which they could sign today for some of {@code requirements}, as far as the run can know. */
    boolean canSign(Identity somebody, List<ApprovalRequirement> requirements) {
        for (ApprovalRequirement requirement : requirements) {
            boolean can = requirement.policy().approversOf(requirement.rule()).stream()
                    .anyMatch(approver -> keyProblem(approver).isEmpty()
                            && identities.listed(List.of(approver)).isSameAs(somebody));
            if (can || !requirement.unknownGroups().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<String> fingerprints(Approver approver) {
        List<String> fingerprints = new ArrayList<>();
        for (ApproverKey listed : approver.keys()) {
            TrustedKey key = new TrustedKey(approver, listed);
            if (key.problemOn(today).isEmpty()) {
                fingerprints.add(key.fingerprint());
            }
        }
        return fingerprints;
    }

    private Optional<String> keyProblem(Approver approver) {
        Optional<String> problem = Optional.of("has no key");
        for (ApproverKey listed : approver.keys()) {
            problem = new TrustedKey(approver, listed)
                    .problemOn(today)
                    .map(why -> "has no key that counts today: " + why);
            if (problem.isEmpty()) {
                return problem;
            }
        }
        return problem;
    }

    private static Optional<String> hindrance(ApprovalRequirement requirement, Identity identity) {
        for (Part part : requirement.parts()) {
            Optional<Dismissal> reason = requirement.reasonAgainst(identity, part);
            if (reason.isPresent()) {
                return Optional.of(reason.get().words(part, identity));
            }
        }
        return Optional.empty();
    }

    private static boolean hasAnswered(RequirementResult result, Identity identity) {
        return result.parts().stream()
                .allMatch(part -> part.counted().stream()
                        .anyMatch(approval -> approval.approver().isSameAs(identity)));
    }
}
