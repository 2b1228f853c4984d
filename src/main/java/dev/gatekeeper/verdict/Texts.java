package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.ApprovalRequirement;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Rule;

/** Turns of phrase that several findings share. */
final class Texts {

    private Texts() {}

    /** {@code src/auth/Token.java (rule auth: Auth or permissions logic)}. */
    static String withReason(ClassifiedPath path) {
        return path.changed().path()
                + path.deciding().map(match -> " (" + named(match.rule()) + ")").orElse("");
    }

    /** {@code rule auth: Auth or permissions logic}. */
    static String named(Rule rule) {
        return "rule " + rule.id() + ": " + rule.because();
    }

    /** {@code rule auth (Auth or permissions logic)}, inside a sentence; rules of two policies may have one id. */
    static String called(ApprovalRequirement requirement) {
        Rule rule = requirement.rule();
        boolean organisation = requirement.policy().origin() == Origin.ORGANISATION;
        return "rule " + rule.id() + (organisation ? " of the organisation's policy" : "") + " (" + rule.because()
                + ")";
    }
}
