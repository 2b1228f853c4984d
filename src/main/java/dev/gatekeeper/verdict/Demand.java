package dev.gatekeeper.verdict;

import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Rule;
import java.util.List;
import java.util.Optional;

/**
 * What one RED rule asks of those who approve a change, put for them.
 *
 * @param origin where the policy that holds the rule comes from
 * @param rule the rule
 * @param candidates whom the policy names for it; empty where any human may approve
 */
public record Demand(Origin origin, Rule rule, List<Candidate> candidates) {

    public Demand {
        candidates = List.copyOf(candidates);
    }

    /**
     * Somebody whom the policy names.
     *
     * @param name who
     * @param fingerprints of their keys, as OpenSSH prints them
     * @param hindrance why they may not approve this change, such as {@code is an author of src/auth/T.java}
     */
    public record Candidate(String name, List<String> fingerprints, Optional<String> hindrance) {

        public Candidate {
            fingerprints = List.copyOf(fingerprints);
        }

        /** Whether they have a key, and nothing keeps them from using it. */
        public boolean maySign() {
            return hindrance.isEmpty() && !fingerprints.isEmpty();
        }
    }

    static List<Demand> of(Submission submission) {
        List<Obligation> obligations = Obligation.of(submission);
        Candidates candidates = new Candidates(submission.policies(), new GivenApprovals(submission, obligations));
        return obligations.stream()
                .map(obligation -> new Demand(
                        obligation.policy().origin(),
                        obligation.rule(),
                        obligation.policy().approversOf(obligation.rule()).stream()
                                .map(approver -> candidate(obligation, candidates, approver))
                                .toList()))
                .toList();
    }

    private static Candidate candidate(Obligation obligation, Candidates candidates, Approver approver) {
        return new Candidate(
                approver.name(),
                approver.keys().stream().map(key -> key.key().fingerprint()).toList(),
                candidates.hindrance(approver, obligation));
    }
}
