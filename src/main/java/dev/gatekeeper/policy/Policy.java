package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that judge a change.
 *
 * @param origin where it comes from
 * @param blob git's id of the file's content, 40 hex digits; of an organisation's, which lies in no repository, the SHA-256 of it, 64
 * @param repository the repository's name in records and signatures
 * @param requiredFiles the files that must exist at head
 * @param fields what contracts are asked for beyond the built-in fields, and those of these that have a level of their own
 * @param rules its own rules, in the order of the file; the built-in ones are not among them
 * @param unmatched the level of paths that no rule matches
 * @param invariants text by id
 * @param groups approvers by group, in the order of the file; a person in two groups is the same {@link Approver} in both. A group of the
 *     organisation's that it names is among them as {@code organisation/GROUP}
 * @param unknownGroups those of the organisation's groups that it names and the run can't know, for want of that policy
 * @param policyApprovers the groups that answer for the built-in rule of Gatekeeper's own files; none: everyone in any group
 * @param unsafePathsAllowed where an added name may be one that is unsafe otherwise, in the order of the file
 * @param asksForLink whether the evidence of a named approval must be an http(s) address
 * @param approval the default proof of an approval
 * @param selfApproval whether an author may approve
 * @param warnUntil the last day (UTC) on which findings only warn
 * @param builtIn whether the built-in policy judges beside it where the target has none; only an organisation's may say no
 */
public record Policy(
        Origin origin,
        String blob,
        Optional<String> repository,
        List<String> requiredFiles,
        List<Field> fields,
        List<Rule> rules,
        Level unmatched,
        Map<String, String> invariants,
        Map<String, List<Approver>> groups,
        Set<String> unknownGroups,
        List<String> policyApprovers,
        List<PathPattern> unsafePathsAllowed,
        boolean asksForLink,
        Proof approval,
        boolean selfApproval,
        Optional<LocalDate> warnUntil,
        boolean builtIn) {

    public Policy {
        requiredFiles = List.copyOf(requiredFiles);
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
        unknownGroups = Collections.unmodifiableSet(new LinkedHashSet<>(unknownGroups));
        policyApprovers = List.copyOf(policyApprovers);
        unsafePathsAllowed = List.copyOf(unsafePathsAllowed);
    }

    /** Its patterns that are refused by now and that the first release took, each with what is the matter. */
    public List<String> refusedSince() {
        List<PathPattern> patterns = new ArrayList<>(unsafePathsAllowed);
        rules.forEach(rule -> patterns.addAll(rule.patterns()));
        List<String> refused = new ArrayList<>();
        for (PathPattern pattern : patterns) {
            ForeignPattern.flaw(pattern.glob())
                    .ifPresent(flaw -> refused.add("the pattern '" + pattern.glob() + "' " + flaw));
        }
        return refused;
    }

    /** The level from which it asks for the field {@code name}, as far as it says. */
    Optional<Level> asksFrom(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field.from());
            }
        }
        return Optional.empty();
    }

    /** Everyone in any group, one of the organisation's that it names included, each once. */
    public List<Approver> everyone() {
        Set<Approver> everyone = new LinkedHashSet<>();
        for (List<Approver> group : groups.values()) {
            everyone.addAll(group);
        }
        return List.copyOf(everyone);
    }

    /** Everyone in a group of its own, each once: whom it says who they are, by name, email and key. */
    public List<Approver> listed() {
        Set<Approver> listed = new LinkedHashSet<>();
        for (Map.Entry<String, List<Approver>> group : groups.entrySet()) {
            if (!NamedGroups.isForeign(group.getKey())) {
                listed.addAll(group.getValue());
            }
        }
        return List.copyOf(listed);
    }

    /** Whether any human may approve {@code rule}: nobody is listed for it, and no group is named. */
    public boolean isOpenToAnybody(Rule rule) {
        return approversOf(rule).isEmpty() && unknownGroupsOf(rule).isEmpty();
    }

    /** Those of the organisation's groups whose members may approve {@code rule}, and that the run can't know. */
    public List<String> unknownGroupsOf(Rule rule) {
        List<String> unknown = new ArrayList<>();
        for (String group : unknownGroups) {
            if (rule.groups().isEmpty() || rule.groups().contains(group)) {
                unknown.add(group);
            }
        }
        return unknown;
    }

    /**
     * Those whom the run knows to be allowed to approve {@code rule}: its groups' members, or everyone where it names no group. See
     * {@link #isOpenToAnybody} for what it means that there is nobody.
     */
    public List<Approver> approversOf(Rule rule) {
        if (rule.groups().isEmpty()) {
            return everyone();
        }
        Set<Approver> approvers = new LinkedHashSet<>();
        for (String group : rule.groups()) {
            approvers.addAll(groups.getOrDefault(group, List.of()));
        }
        return List.copyOf(approvers);
    }

    /**
     * The RED rules, the built-in one first, that ask for signatures while no key of their approvers counts on {@code day} (UTC); none of
     * those whose approvers the run can't know.
     */
    List<Rule> rulesWithoutKey(LocalDate day) {
        List<Rule> all = new ArrayList<>();
        all.add(BuiltInRules.gatekeeper(this));
        all.addAll(rules);
        List<Rule> withoutKey = new ArrayList<>();
        for (Rule rule : all) {
            boolean asks = rule.level() == Level.RED && rule.proof() == Proof.SIGNED;
            if (asks && !hasKey(rule, day) && unknownGroupsOf(rule).isEmpty()) {
                withoutKey.add(rule);
            }
        }
        return withoutKey;
    }

    private boolean hasKey(Rule rule, LocalDate day) {
        for (Approver approver : approversOf(rule)) {
            for (ApproverKey key : approver.keys()) {
                if (key.countsOn(day)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether findings that this policy asks for only warn on {@code today}. */
    public boolean onlyWarns(LocalDate today) {
        return warnUntil.isPresent() && !today.isAfter(warnUntil.get());
    }
}
