package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.Values;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the approvers of a policy are enough for what its rules ask. */
public record PolicyFeasibility(Values values, Policy policy) {

    /** How many humans may approve {@code rule}, a RED one of {@code policy} whose approvers are known, by the proof that it asks for. */
    public static int people(Policy policy, Rule rule) {
        return new PolicyFeasibility(new Values(), policy).people(rule);
    }

    /**
     * Reports each rule that nobody could satisfy, the built-in one of Gatekeeper's own files included.
     *
     * @param marks where the rules stand, by id
     * @param policyApprovers where the groups stand that answer for the built-in one
     */
    void check(Map<String, Mark> marks, Optional<Mark> policyApprovers) {
        if (policy.groups().containsValue(List.of())) {
            return;
        }
        int before = values.problems().size();
        for (Rule rule : policy.rules()) {
            Mark mark = marks.get(rule.id());
            if (mark != null
                    && rule.level() == Level.RED
                    && policy.groups().keySet().containsAll(rule.groups())) {
                check(rule, mark);
            }
        }
        boolean answers = policy.origin() != Origin.ORGANISATION
                || !policy.policyApprovers().isEmpty();
        if (answers
                && values.problems().size() == before
                && policy.groups().keySet().containsAll(policy.policyApprovers())) {
            checkBuiltIn(policyApprovers);
        }
    }

    private void check(Rule rule, Mark mark) {
        int people = people(rule);
        if (people < rule.approvals() && isLimited(rule)) {
            values.problem(mark, "the rule '" + rule.id() + "' asks for " + asked(rule) + ", but " + had(rule, people));
        }
    }

    private void checkBuiltIn(Optional<Mark> policyApprovers) {
        Rule rule = BuiltInRules.gatekeeper(policy);
        int people = people(rule);
        if (people < rule.approvals() && isLimited(rule)) {
            values.problem(new Problem(
                    policyApprovers,
                    "the built-in rule '" + rule.id() + "', which asks for as much as the strictest rule, asks for "
                            + asked(rule) + ", but " + had(rule, people)));
        }
    }

    /** Without any group any human may give a named approval, and of whom an unknown group lists nothing can be said. */
    private boolean isLimited(Rule rule) {
        return policy.unknownGroupsOf(rule).isEmpty()
                && (rule.proof() != Proof.NAMED || !policy.everyone().isEmpty());
    }

    /** How many humans may approve {@code rule}; an entry of this policy and one of the organisation's may be one. */
    private int people(Rule rule) {
        Map<Object, Set<Approver>> bySign = new HashMap<>();
        for (Approver approver : policy.approversOf(rule)) {
            Set<Approver> person = newSet();
            person.add(approver);
            for (Object sign : approver.signs()) {
                person.addAll(bySign.getOrDefault(sign, Set.of()));
            }
            for (Approver entry : person) {
                for (Object sign : entry.signs()) {
                    bySign.put(sign, person);
                }
            }
        }
        Set<Set<Approver>> people = newSet();
        people.addAll(bySign.values());
        int able = 0;
        for (Set<Approver> person : people) {
            able += isAble(person, rule.proof()) ? 1 : 0;
        }
        return able;
    }

    /** By identity: what an entry or a person holds is much to compare. */
    private static <T> Set<T> newSet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Whether they can give {@code proof}: a review is known by a login, and who signs need not review. */
    private static boolean isAble(Set<Approver> person, Proof proof) {
        return switch (proof) {
            case NAMED -> true;
            case REVIEWED -> hasLogin(person) || hasKey(person);
            case SIGNED -> hasKey(person);
        };
    }

    private static boolean hasLogin(Set<Approver> person) {
        for (Approver entry : person) {
            if (!entry.logins().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasKey(Set<Approver> person) {
        for (Approver entry : person) {
            if (!entry.keys().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String asked(Rule rule) {
        return Words.count(rule.approvals(), rule.proof().asked());
    }

    private static String had(Rule rule, int people) {
        String with = switch (rule.proof()) {
            case NAMED -> "";
            case REVIEWED -> " with a login or a key";
            case SIGNED -> " with a key";
        };
        return "its approvers are " + Words.count(people, "person", "people") + with;
    }
}
