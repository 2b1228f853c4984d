package dev.gatekeeper;

import dev.gatekeeper.lint.PolicyLint;
import dev.gatekeeper.lint.PolicyTests;
import dev.gatekeeper.lint.Replay;
import dev.gatekeeper.yaml.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a policy. No verdict on any change.
 *
 * @param policy the file, as messages name it
 * @param written whether there is such a file; where not, the built-in policy was looked at
 * @param problems what makes it unusable; nothing else is known then
 * @param lint what its rules do and hardly mean to do; empty where it can't be used
 * @param before the policy that judges today, as messages name it, or why nobody knows it
 * @param tests what its tests say
 * @param replay what it would have made of the target's last changes, where that was asked
 */
public record CheckedPolicy(
        String policy,
        boolean written,
        List<Problem> problems,
        Optional<PolicyLint> lint,
        String before,
        PolicyTests tests,
        Optional<Replay> replay) {

    public CheckedPolicy {
        problems = List.copyOf(problems);
    }

    /** Whether the policy can be used, and does what its tests say. */
    public boolean isGood() {
        return problems.isEmpty() && tests.problems().isEmpty();
    }
}
