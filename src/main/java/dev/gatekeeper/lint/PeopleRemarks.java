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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            Map<String, List<Rule>> tooFew = new LinkedHashMap<>();
            for (Rule rule : rules) {
                if (rule.level() == Level.RED
                        && !policy.isOpenToAnybody(rule)
                        && policy.unknownGroupsOf(rule).isEmpty()) {
                    tooFew(policy, rule)
                            .ifPresent(asked -> tooFew.computeIfAbsent(asked, any -> new ArrayList<>())
                                    .add(rule));
                }
            }
            tooFew.forEach((asked, of) -> remarks.add(remark(asked, of, places)));
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

    /** What {@code rule} asks of how many, where that leaves nobody for what one of them writes. */
    private static Optional<String> tooFew(Policy policy, Rule rule) {
        int people = PolicyFeasibility.people(policy, rule);
        return people > rule.approvals()
                ? Optional.empty()
                : Optional.of(
                        Words.count(rule.approvals(), "approval") + " of " + Words.count(people, "person", "people"));
    }

    /** One for all rules that ask for the same: mostly they ask everybody who is listed. */
    private static Problem remark(String asked, List<Rule> rules, PolicyPlaces places) {
        List<String> ids = rules.stream().map(rule -> "'" + rule.id() + "'").toList();
        return new Problem(
                places.of(rules.get(0).id()),
                (ids.size() == 1 ? "the rule " + ids.get(0) + " asks" : "the rules " + Words.list(ids) + " ask")
                        + " for " + asked + ", so nobody is left for a change that one of them writes; list one more");
    }
}
