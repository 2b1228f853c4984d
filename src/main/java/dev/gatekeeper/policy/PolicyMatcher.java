package dev.gatekeeper.policy;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy at work: its own rules and the built-in ones. */
final class PolicyMatcher {

    private final Policy policy;
    private final List<RuleMatcher> rules = new ArrayList<>();
    private final RuleMatcher links;
    private final Rule unmatched;

    /** @param slots the slots of all policies, to which those of this one are added */
    PolicyMatcher(Policy policy, List<Slot> slots) {
        this.policy = policy;
        rules.add(matcher(BuiltInRules.gatekeeper(policy), slots));
        for (Rule rule : policy.rules()) {
            rules.add(matcher(rule, slots));
        }
        this.links = matcher(BuiltInRules.links(policy), slots);
        this.unmatched = BuiltInRules.unmatched(policy);
    }

    /** Every rule that {@code subject} touches, in the order of the rules. */
    List<Match> matches(Subject subject) {
        List<Match> matches = new ArrayList<>();
        for (RuleMatcher rule : rules) {
            Optional<PathPattern> pattern = rule.matching(subject);
            if (pattern.isPresent()) {
                matches.add(new Match(policy, rule.rule(), pattern));
            }
        }
        boolean matched = !matches.isEmpty();
        Optional<PathPattern> moduleFile = links.matching(subject);
        if (moduleFile.isPresent() || putsLink(subject.changed())) {
            matches.add(new Match(policy, links.rule(), moduleFile));
        }
        if (!matched) {
            matches.add(new Match(policy, unmatched, Optional.empty()));
        }
        return matches;
    }

    /** Whether the change adds a link or a submodule, or alters one. */
    private static boolean putsLink(ChangedPath changed) {
        boolean was = changed.before().isSymbolicLink() || changed.before().isSubmodule();
        boolean is = changed.after().isSymbolicLink() || changed.after().isSubmodule();
        return is || (was && changed.status() == Status.MODIFIED);
    }

    private RuleMatcher matcher(Rule rule, List<Slot> slots) {
        RuleMatcher matcher = RuleMatcher.of(policy, rule, slots.size());
        slots.addAll(matcher.slots());
        return matcher;
    }
}
