package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.ApprovalRequirement;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.text.Words;
import java.util.List;

/** Turns of phrase that several findings share. */
final class Texts {

    private Texts() {}

    static final String GIVE_ORG_POLICY =
            "Give the organisation's policy, as the pipeline does, a file outside the checkout: -Dgatekeeper.orgPolicy=FILE";

    static final String LAND_A_KEY =
            "Ask an administrator to land a key in .gatekeeper/policy.yaml of the target: nobody is left whose key counts today.";

    /** How a review comes to count, behind whom to ask. */
    static final String COUNTS_REVIEW =
            "once they approve the change where it is proposed, the pipeline's next run counts that.";

    /** Why nobody is known of {@code groups}, as the end of a sentence; nothing where there are none. */
    static String unknown(List<String> groups) {
        return groups.isEmpty()
                ? ""
                : "; this run doesn't know who is in " + Words.list(groups)
                        + ", since gatekeeper.orgPolicy isn't given";
    }

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
