package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import java.util.ArrayList;
import java.util.List;

/** The rules that every policy has beside its own, and can't lower. */
public final class BuiltInRules {

    /** Made once: an audit classifies thousands of changes. */
    private static final PathPattern OWN = new PathPattern("/.gatekeeper/");

    private static final PathPattern ATTRIBUTES = new PathPattern(".gitattributes");
    private static final PathPattern MODULES = new PathPattern(".gitmodules");

    private BuiltInRules() {}

    /** RED: Gatekeeper's own files and what steers a checkout. It asks for as much as the strictest rule of {@code policy}. */
    public static Rule gatekeeper(Policy policy) {
        List<PathPattern> patterns = new ArrayList<>();
        patterns.add(OWN);
        for (String file : policy.requiredFiles()) {
            patterns.add(new PathPattern("/" + file));
        }
        patterns.add(ATTRIBUTES);
        int approvals = 1;
        for (Rule rule : policy.rules()) {
            approvals = Math.max(approvals, rule.approvals());
        }
        return new Rule(
                Rule.GATEKEEPER,
                Level.RED,
                "Gatekeeper's own files, and what steers a checkout",
                patterns,
                policy.policyApprovers(),
                approvals,
                strictestProof(policy.approval(), policy.rules()),
                List.of());
    }

    /** YELLOW: what puts other content in place of a path. */
    public static Rule links(Policy policy) {
        return Rule.plain(
                Rule.LINKS,
                Level.YELLOW,
                "A symbolic link or submodule stands for content that lies elsewhere",
                List.of(MODULES),
                policy.approval());
    }

    /** The level of what no other rule matches. */
    public static Rule unmatched(Policy policy) {
        return Rule.plain(Rule.UNMATCHED, policy.unmatched(), "No rule matches it", List.of(), policy.approval());
    }

    static Proof strictestProof(Proof byDefault, List<Rule> rules) {
        Proof strictest = byDefault;
        for (Rule rule : rules) {
            strictest = strictest.orStricter(rule.proof());
        }
        return strictest;
    }
}
