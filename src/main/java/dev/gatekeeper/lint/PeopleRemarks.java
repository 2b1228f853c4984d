package dev.gatekeeper.lint;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.ApproverKey;
import dev.gatekeeper.policy.BuiltInRules;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyFeasibility;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Approvers of whom there are just enough until one of them writes a change, and keys whose time is over. */
final class PeopleRemarks {

    private PeopleRemarks() {}

    /** @param today the day of the run (UTC) */
    static List<Problem> of(Policy policy, PolicyPlaces places, LocalDate today) {
        List<Problem> remarks = new ArrayList<>();
        if (!policy.selfApproval()) {
            List<Rule> rules = new ArrayList<>(policy.rules());
            rules.add(BuiltInRules.gatekeeper(policy));
            for (Rule rule : rules) {
                if (rule.level() == Level.RED
                        && !policy.isOpenToAnybody(rule)
                        && policy.unknownGroupsOf(rule).isEmpty()) {
                    tooFew(policy, rule, places).ifPresent(remarks::add);
                }
            }
        }
        for (Approver approver : policy.listed()) {
            for (ApproverKey key : approver.keys()) {
                if (key.validBefore().isPresent()
                        && !today.isBefore(key.validBefore().get())) {
                    remarks.add(new Problem(
                            Optional.of(key.mark()),
                            "this key of " + approver.name() + " counts no more since "
                                    + key.validBefore().get() + "; list another one"));
                }
            }
        }
        return remarks;
    }

    private static Optional<Problem> tooFew(Policy policy, Rule rule, PolicyPlaces places) {
        int people = PolicyFeasibility.people(policy, rule);
        if (people > rule.approvals()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                places.of(rule.id()),
                "the rule '" + rule.id() + "' asks for " + Words.count(rule.approvals(), "approval") + " of "
                        + Words.count(people, "person", "people")
                        + ", so nobody is left for a change that one of them writes; list one more"));
    }
}
