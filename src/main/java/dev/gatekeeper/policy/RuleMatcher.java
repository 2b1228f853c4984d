package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule with the slots of its patterns.
 *
 * @param first the number of its first slot among those of all rules
 */
record RuleMatcher(Policy policy, Rule rule, int first, List<Slot> slots) {

    static RuleMatcher of(Policy policy, Rule rule, int first) {
        boolean lowers = rule.level() == Level.GREEN;
        List<Slot> slots = new ArrayList<>();
        for (PathPattern pattern : rule.patterns()) {
            slots.add(new Slot(pattern, lowers == pattern.takesBack()));
        }
        return new RuleMatcher(policy, rule, first, slots);
    }

    /** The pattern by which the rule matches {@code subject}: the last that matches, unless that one takes back. */
    Optional<PathPattern> matching(Subject subject) {
        for (int i = slots.size() - 1; i >= 0; i--) {
            PathPattern pattern = slots.get(i).pattern();
            if (!pattern.takesBack() && matches(i, subject)) {
                return isTakenBackAfter(i, subject) ? throughFolder(subject) : Optional.of(pattern);
            }
        }
        return throughFolder(subject);
    }

    /**
     * The pattern that leads through the folder that {@code subject} stands for. Only what takes back whole folders takes that back,
     * since the subject hides more than itself.
     */
    private Optional<PathPattern> throughFolder(Subject subject) {
        if (!subject.standsForFolder() || rule.level() == Level.GREEN) {
            return Optional.empty();
        }
        for (int i = slots.size() - 1; i >= 0; i--) {
            PathPattern pattern = slots.get(i).pattern();
            if (pattern.takesBack() && pattern.reachesBelow() && matches(i, subject)) {
                return Optional.empty();
            }
            if (!pattern.takesBack() && pattern.leadsThrough(subject.place())) {
                return Optional.of(pattern);
            }
        }
        return Optional.empty();
    }

    /** Looked at last, and so for few paths: most match nothing that could be taken back. */
    private boolean isTakenBackAfter(int slot, Subject subject) {
        for (int i = slot + 1; i < slots.size(); i++) {
            if (slots.get(i).pattern().takesBack() && matches(i, subject)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int slot, Subject subject) {
        return subject.above().get(first + slot) || slots.get(slot).matches(subject.place());
    }
}
