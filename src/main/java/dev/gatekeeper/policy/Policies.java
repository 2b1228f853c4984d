package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The policies that judge a change together: the target's or the built-in one, and then the organisation's, which may also judge
 * alone.
 */
public record Policies(List<Policy> inForce) {

    public Policies {
        inForce = List.copyOf(inForce);
        if (inForce.isEmpty()) {
            throw new IllegalArgumentException("a change is judged by one policy or more");
        }
    }

    public Optional<Policy> from(Origin origin) {
        for (Policy policy : inForce) {
            if (policy.origin() == origin) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    /** The origins of all of them. */
    public Set<Origin> origins() {
        Set<Origin> origins = EnumSet.noneOf(Origin.class);
        for (Policy policy : inForce) {
            origins.add(policy.origin());
        }
        return Collections.unmodifiableSet(origins);
    }

    /** Whether nobody has written a policy for this repository, be it here or for the organisation. */
    public boolean isBuiltInAlone() {
        return inForce.size() == 1 && inForce.get(0).origin() == Origin.BUILT_IN;
    }

    /** The names of all the fields that they add to those of every contract, in the order of the policies. */
    public Set<String> fieldNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Policy policy : inForce) {
            for (Field field : policy.fields()) {
                if (!field.isBuiltIn()) {
                    names.add(field.name());
                }
            }
        }
        return names;
    }

    /** The policies that ask a contract of {@code level} for the field {@code name}, be it one of every contract or added by them. */
    public Set<Origin> askingFor(String name, Level level) {
        Set<Origin> asking = EnumSet.noneOf(Origin.class);
        for (Policy policy : inForce) {
            Optional<Level> from = from(policy, name);
            if (from.isPresent() && level.isAtLeast(from.get())) {
                asking.add(policy.origin());
            }
        }
        return asking;
    }

    /** The policies that ask for an http(s) address as the evidence of a named approval; where one does, every approval needs one. */
    public Set<Origin> askingForLink() {
        Set<Origin> asking = EnumSet.noneOf(Origin.class);
        for (Policy policy : inForce) {
            if (policy.asksForLink()) {
                asking.add(policy.origin());
            }
        }
        return asking;
    }

    /** Where the organisation's policy says nothing of a field of every contract, it asks for it as the other policy does. */
    private Optional<Level> from(Policy policy, String name) {
        Optional<Level> own = policy.asksFrom(name);
        if (own.isPresent() || !Field.isBuiltIn(name)) {
            return own;
        }
        return Optional.of(inForce.get(0).asksFrom(name).orElse(Level.GREEN));
    }

    /** Everyone in any group of any of them; a person whom two of them list is two entries. */
    public List<Approver> everyone() {
        List<Approver> everyone = new ArrayList<>();
        for (Policy policy : inForce) {
            everyone.addAll(policy.listed());
        }
        return everyone;
    }

    /** The groups of the organisation's that they name and the run can't know, for want of that policy. */
    public List<String> unknownGroups() {
        List<String> unknown = new ArrayList<>();
        for (Policy policy : inForce) {
            unknown.addAll(policy.unknownGroups());
        }
        return unknown;
    }

    /** Whether {@code text} is the id of an invariant of any of them. */
    public boolean hasInvariant(String text) {
        for (Policy policy : inForce) {
            if (policy.invariants().containsKey(text)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Who answers for what rule {@link Rule#GATEKEEPER} of {@code policy} guards: itself, or the repository's policy where the
     * organisation's names nobody for it. The organisation's people know nothing of each repository's files, and where no other policy
     * judges there is nobody else.
     */
    Policy answeringForGatekeeper(Policy policy) {
        boolean names = policy.origin() != Origin.ORGANISATION
                || !policy.policyApprovers().isEmpty();
        return names ? policy : inForce.get(0);
    }

    /**
     * The RED rules of {@code policy}, one of these, that nobody can satisfy on {@code day} (UTC): they ask for signatures, and no key of
     * their approvers counts then.
     */
    public List<Rule> rulesWithoutKey(Policy policy, LocalDate day) {
        List<Rule> rules = new ArrayList<>(policy.rulesWithoutKey(day));
        if (answeringForGatekeeper(policy).origin() != policy.origin()) {
            rules.removeIf(rule -> rule.id().equals(Rule.GATEKEEPER));
        }
        return rules;
    }

    /** For each part of {@code path}, from the root down, the policies that don't allow it an unsafe name. */
    public List<Set<Origin>> forbidUnsafe(RawPath path) {
        List<Set<Origin>> forbidding = new ArrayList<>();
        for (Policy policy : inForce) {
            BitSet allowed = LooseningPatterns.matchedParts(policy.unsafePathsAllowed(), path.text());
            for (int part = 0; part <= path.depth(); part++) {
                if (forbidding.size() == part) {
                    forbidding.add(EnumSet.noneOf(Origin.class));
                }
                if (!allowed.get(part)) {
                    forbidding.get(part).add(policy.origin());
                }
            }
        }
        return forbidding;
    }

    /** Whether an author may approve: only when every policy says so. */
    public boolean selfApproval() {
        for (Policy policy : inForce) {
            if (!policy.selfApproval()) {
                return false;
            }
        }
        return true;
    }
}
