package dev.gatekeeper.policy;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Status;
import dev.gatekeeper.policy.PathPattern.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the rules that a changed path touches, and for each the pattern by which it does.
 *
 * <p>Take these two rules:
 *
 * <pre>
 *     auth   RED     /src/auth/   !/src/auth/*.md
 *     docs   GREEN   /docs/   *.md
 * </pre>
 *
 * <ol>
 *   <li><b>Folders above.</b> A pattern that matches a folder speaks of all that lies below: {@code src/auth/keys/Token.java} touches
 *       {@code auth}, since {@code /src/auth/} matches the folder {@code src/auth}.
 *   <li><b>Raised loosely, lowered exactly.</b> A pattern that raises the level of what it matches is held against the path as written
 *       and folded: {@code SRC/Auth/Token.java} touches {@code auth}, since many disks take it for the same file. One that lowers it
 *       matches as written only, so that {@code Docs/a.java} doesn't touch {@code docs}; and it speaks of what lies below a folder only
 *       where it says so by its end, {@code /} or {@code /**}. So {@code a.md/Token.java} doesn't touch {@code docs}: the folder
 *       {@code a.md} is no text. A pattern of a GREEN rule lowers, one of another rule raises, and {@code !} turns this round.
 *   <li><b>Taking back.</b> The last pattern that matches decides. {@code src/auth/a.md} doesn't touch {@code auth}: its last pattern
 *       takes back what its first one matched.
 *   <li><b>What stands for a folder.</b> A link, a submodule, or a file in the place of a deleted folder hides more than itself: with
 *       {@code src} a link to {@code lib}, {@code src/auth} is what lies in {@code lib/auth}, and no path of the change says so. Such a
 *       path touches every rule above GREEN that has a pattern leading through it: {@code src} touches {@code auth}. Only a pattern
 *       that takes back a whole folder in which it lies takes that back: {@code !/src/} would for a link {@code src/auth}.
 *   <li>What no rule of a policy matches touches its built-in rule {@link Rule#UNMATCHED}; see {@link BuiltInRules} for the others.
 * </ol>
 *
 * <p>Most paths share their folders with others. So the folders that were asked about are kept, each with the patterns that match it or a
 * folder above it: after {@code src/auth/A}, all of {@code src/auth/B} but its name is known, and of {@code src/shop/C} only {@code
 * src/shop} is held against the patterns.
 */
final class RuleMatcher {

    /** Folders are kept up to that many, so that no history takes all memory. */
    private static final int MOST_FOLDERS = 10_000;

    private final List<PolicyInUse> policies = new ArrayList<>();
    private final List<NumberedPattern> patterns = new ArrayList<>();

    /** By a folder with a slash at its end, the numbers of the patterns that match it or one above it and speak of what lies below. */
    private final Map<String, BitSet> folders = new HashMap<>();

    RuleMatcher(Policies inForce) {
        for (Policy policy : inForce.inForce()) {
            List<RuleInUse> rules = new ArrayList<>();
            Policy answering = inForce.answeringForGatekeeper(policy);
            Rule own = BuiltInRules.gatekeeper(policy);
            Rule answered = answering.origin() == policy.origin() ? own : BuiltInRules.gatekeeper(answering);
            rules.add(inUse(answering, answered, own.patterns()));
            for (Rule rule : policy.rules()) {
                rules.add(inUse(policy, rule, rule.patterns()));
            }
            Rule link = BuiltInRules.links(policy);
            RuleInUse links = inUse(policy, link, link.patterns());
            policies.add(new PolicyInUse(policy, rules, links, BuiltInRules.unmatched(policy)));
        }
    }

    private RuleInUse inUse(Policy answering, Rule rule, List<PathPattern> globs) {
        List<NumberedPattern> own = new ArrayList<>();
        for (PathPattern pattern : globs) {
            NumberedPattern numbered = new NumberedPattern(patterns.size(), pattern, rule.raisesBy(pattern));
            patterns.add(numbered);
            own.add(numbered);
        }
        return new RuleInUse(answering, rule, own);
    }

    /**
     * Every rule that {@code changed} touches, policy by policy and in the order of its rules.
     *
     * @param replacesFolder whether it stands where the change deletes a folder
     */
    List<Match> matches(ChangedPath changed, boolean replacesFolder) {
        Place place = Place.file(changed.path().text());
        boolean standsForFolder = replacesFolder || isLink(changed.before()) || isLink(changed.after());
        Subject subject = new Subject(changed, place, matchingAbove(place.text()), standsForFolder);
        List<Match> matches = new ArrayList<>();
        for (PolicyInUse policy : policies) {
            policy.addMatches(subject, matches);
        }
        return matches;
    }

    /**
     * Leaves in {@code open}, numbers of patterns in the order in which the policies and their rules have them, those that match neither
     * {@code changed} nor a folder above it.
     */
    void leaveUnmatched(ChangedPath changed, BitSet open) {
        Place place = Place.file(changed.path().text());
        open.andNot(matchingAbove(place.text()));
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            if (patterns.get(i).matches(place)) {
                open.clear(i);
            }
        }
    }

    /** The numbers of the patterns that match a folder above {@code path} and speak of what lies below it. */
    private BitSet matchingAbove(String path) {
        BitSet known = folders.get(path.substring(0, path.lastIndexOf('/') + 1));
        return known == null ? findAbove(path) : known;
    }

    private BitSet findAbove(String path) {
        if (folders.size() > MOST_FOLDERS) {
            folders.clear();
        }
        BitSet above = new BitSet();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            BitSet parent = above;
            above = folders.computeIfAbsent(path.substring(0, slash + 1), folder -> matching(parent, folder));
        }
        return above;
    }

    /** @param above those that match a folder above {@code folder}, which has a slash at its end */
    private BitSet matching(BitSet above, String folder) {
        Place place = Place.file(folder.substring(0, folder.length() - 1)).asFolder();
        BitSet matching = (BitSet) above.clone();
        for (int i = matching.nextClearBit(0); i < patterns.size(); i = matching.nextClearBit(i + 1)) {
            if (patterns.get(i).spreads() && patterns.get(i).matches(place)) {
                matching.set(i);
            }
        }
        return matching;
    }

    private static boolean isLink(Entry entry) {
        return entry.isSymbolicLink() || entry.isSubmodule();
    }

    /**
     * A changed path as rules see it.
     *
     * @param matchingAbove the numbers of the patterns that match a folder above it and speak of what lies below
     * @param standsForFolder whether it hides more than itself
     */
    private record Subject(ChangedPath changed, Place place, BitSet matchingAbove, boolean standsForFolder) {

        /** Whether the change adds a link or a submodule, or alters one. */
        boolean putsLink() {
            return isLink(changed.after()) || (isLink(changed.before()) && changed.status() == Status.MODIFIED);
        }
    }

    /**
     * A pattern of a rule.
     *
     * @param number its place among the patterns of all policies
     * @param raises whether what it matches gets a higher level than without it
     */
    private record NumberedPattern(int number, PathPattern pattern, boolean raises) {

        boolean matches(Subject subject) {
            return subject.matchingAbove().get(number) || matches(subject.place());
        }

        boolean matches(Place place) {
            return raises ? pattern.matchesLoosely(place) : pattern.matchesExactly(place);
        }

        /** Whether it also speaks of all that lies below a folder that it matches. */
        boolean spreads() {
            return raises || pattern.reachesBelow();
        }

        boolean takesBack() {
            return pattern.takesBack();
        }
    }

    /** A policy with what of it, and of the built-in rules, is held against paths. */
    private record PolicyInUse(Policy policy, List<RuleInUse> rules, RuleInUse links, Rule unmatched) {

        void addMatches(Subject subject, List<Match> matches) {
            boolean matched = false;
            for (RuleInUse rule : rules) {
                Optional<PathPattern> pattern = rule.matching(subject);
                if (pattern.isPresent()) {
                    matched = true;
                    addOnce(new Match(rule.answering(), rule.rule(), pattern), matches);
                }
            }
            Optional<PathPattern> moduleFile = links.matching(subject);
            if (moduleFile.isPresent() || subject.putsLink()) {
                matches.add(new Match(policy, links.rule(), moduleFile));
            }
            if (!matched) {
                matches.add(new Match(policy, unmatched, Optional.empty()));
            }
        }

        /** Only a rule that answers for another policy's paths too can be there already. */
        private void addOnce(Match match, List<Match> matches) {
            if (match.policy().origin() != policy.origin()) {
                for (Match other : matches) {
                    if (other.id().equals(match.id())) {
                        return;
                    }
                }
            }
            matches.add(match);
        }
    }

    /**
     * A rule with its patterns, in their order.
     *
     * @param answering the policy that holds the rule and whose people answer for it; see {@link Policies#answeringForGatekeeper}
     */
    private record RuleInUse(Policy answering, Rule rule, List<NumberedPattern> patterns) {

        /** The pattern by which {@code subject} touches the rule: the last that matches, unless that one takes back. */
        Optional<PathPattern> matching(Subject subject) {
            for (int i = patterns.size() - 1; i >= 0; i--) {
                NumberedPattern pattern = patterns.get(i);
                if (!pattern.takesBack() && pattern.matches(subject)) {
                    return isTakenBackAfter(i, subject) ? leadingThrough(subject) : Optional.of(pattern.pattern());
                }
            }
            return leadingThrough(subject);
        }

        /** Looked at last, and so for few paths: most match nothing that could be taken back. */
        private boolean isTakenBackAfter(int index, Subject subject) {
            for (int i = index + 1; i < patterns.size(); i++) {
                if (patterns.get(i).takesBack() && patterns.get(i).matches(subject)) {
                    return true;
                }
            }
            return false;
        }

        /** The pattern that leads through the folder that {@code subject} stands for, unless a whole folder is taken back after it. */
        private Optional<PathPattern> leadingThrough(Subject subject) {
            if (!subject.standsForFolder() || rule.level() == Level.GREEN) {
                return Optional.empty();
            }
            for (int i = patterns.size() - 1; i >= 0; i--) {
                NumberedPattern numbered = patterns.get(i);
                PathPattern pattern = numbered.pattern();
                if (pattern.takesBack() && pattern.reachesBelow() && numbered.matches(subject)) {
                    return Optional.empty();
                }
                if (!pattern.takesBack() && pattern.leadsThrough(subject.place())) {
                    return Optional.of(pattern);
                }
            }
            return Optional.empty();
        }
    }
}
