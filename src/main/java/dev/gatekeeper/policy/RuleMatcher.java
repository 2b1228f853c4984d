package dev.gatekeeper.policy;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Status;
import dev.gatekeeper.policy.PathPattern.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
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
 * <p>A path is held only against the patterns that may match it, see {@link PatternIndex}. And most paths share their folders with others. So
 * the folders that were asked about are kept, each with the patterns that match it or a folder above it: after {@code src/auth/A}, all of
 * {@code src/auth/B} but its name is known, and of {@code src/shop/C} only {@code src/shop} is held against patterns.
 */
final class RuleMatcher {

    /** Folders are kept up to that many, so that no history takes all memory. */
    private static final int MOST_FOLDERS = 10_000;

    private final List<PolicyInUse> policies = new ArrayList<>();
    private final List<PatternInUse> patterns = new ArrayList<>();
    private final PatternIndex index = new PatternIndex();
    private final Above root;

    /** By a folder with a slash at its end. */
    private final Map<String, Above> folders = new HashMap<>();

    /**
     * What is known of all that lies in a folder. Patterns are told by their numbers.
     *
     * @param matching those that match the folder or one above it and speak of what lies below
     * @param possible those that may match what lies in it, whatever it is called, where its path is ASCII
     */
    private record Above(BitSet matching, BitSet possible) {}

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
            policies.add(PolicyInUse.of(policy, rules, inUse(policy, link, link.patterns())));
        }
        root = new Above(new BitSet(), index.anywhere());
    }

    private RuleInUse inUse(Policy answering, Rule rule, List<PathPattern> globs) {
        int from = patterns.size();
        for (PathPattern pattern : globs) {
            PatternInUse used = new PatternInUse(pattern, rule.raisesBy(pattern));
            index.add(patterns.size(), pattern, used.raises());
            patterns.add(used);
        }
        return new RuleInUse(answering, rule, from, globs);
    }

    /**
     * Every rule that {@code changed} touches, policy by policy and in the order of its rules.
     *
     * @param replacesFolder whether it stands where the change deletes a folder
     */
    List<Match> matches(ChangedPath changed, boolean replacesFolder) {
        Place place = Place.file(changed.path().text());
        boolean standsForFolder = replacesFolder || isLink(changed.before()) || isLink(changed.after());
        Subject subject = new Subject(changed, place, matching(place), standsForFolder);
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
        open.andNot(matching(Place.file(changed.path().text())));
    }

    /** The numbers of the patterns that match {@code file}, or a folder above it and speak of what lies below. */
    private BitSet matching(Place file) {
        Above above = above(file.text());
        return matching(file, above, possible(file, above));
    }

    /** The numbers of those of {@code above}, and of those that match {@code place} and, where it is a folder, speak of what lies below. */
    private BitSet matching(Place place, Above above, BitSet possible) {
        BitSet matching = (BitSet) above.matching.clone();
        BitSet open = (BitSet) possible.clone();
        index.addByName(place, open);
        open.andNot(matching);
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            PatternInUse pattern = patterns.get(i);
            if ((!place.isFolder() || pattern.spreads()) && pattern.matches(place)) {
                matching.set(i);
            }
        }
        return matching;
    }

    /** Those that may match {@code place} or, where it is a folder, what lies in it. */
    private BitSet possible(Place place, Above above) {
        // The parts of a path that isn't ASCII may fold otherwise than the whole.
        BitSet possible = place.isAscii() ? (BitSet) above.possible.clone() : index.anywhere();
        index.addByFolder(place, place.isAscii() ? place.text().lastIndexOf('/') + 1 : 0, possible);
        return possible;
    }

    /** What is known of the folder that holds {@code path}. */
    private Above above(String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return root;
        }
        Above known = folders.get(path.substring(0, slash + 1));
        return known == null ? findAbove(path) : known;
    }

    private Above findAbove(String path) {
        if (folders.size() > MOST_FOLDERS) {
            folders.clear();
        }
        Above above = root;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash + 1);
            Above known = folders.get(folder);
            above = known == null ? of(Place.file(path.substring(0, slash)).asFolder(), above) : known;
            folders.put(folder, above);
        }
        return above;
    }

    /** @param above what is known of the folder that holds {@code folder} */
    private Above of(Place folder, Above above) {
        BitSet possible = possible(folder, above);
        return new Above(matching(folder, above, possible), possible);
    }

    private static boolean isLink(Entry entry) {
        return entry.isSymbolicLink() || entry.isSubmodule();
    }

    /**
     * A changed path as rules see it.
     *
     * @param matching the numbers of the patterns that match it, or a folder above it and speak of what lies below
     * @param standsForFolder whether it hides more than itself
     */
    private record Subject(ChangedPath changed, Place place, BitSet matching, boolean standsForFolder) {

        /** Whether the change adds a link or a submodule, or alters one. */
        boolean putsLink() {
            return isLink(changed.after()) || (isLink(changed.before()) && changed.status() == Status.MODIFIED);
        }
    }

    /**
     * A pattern of a rule.
     *
     * @param raises whether what it matches gets a higher level than without it
     */
    private record PatternInUse(PathPattern pattern, boolean raises) {

        boolean matches(Place place) {
            return raises ? pattern.matchesLoosely(place) : pattern.matchesExactly(place);
        }

        /** Whether it also speaks of all that lies below a folder that it matches. */
        boolean spreads() {
            return raises || pattern.reachesBelow();
        }
    }

    /**
     * A policy with what of it, and of the built-in rules, is held against paths.
     *
     * @param byPattern for each pattern of {@code rules} its rule
     */
    private record PolicyInUse(
            Policy policy, List<RuleInUse> rules, List<RuleInUse> byPattern, RuleInUse links, Rule unmatched) {

        static PolicyInUse of(Policy policy, List<RuleInUse> rules, RuleInUse links) {
            List<RuleInUse> byPattern = new ArrayList<>();
            for (RuleInUse rule : rules) {
                byPattern.addAll(Collections.nCopies(rule.patterns().size(), rule));
            }
            return new PolicyInUse(policy, rules, byPattern, links, BuiltInRules.unmatched(policy));
        }

        void addMatches(Subject subject, List<Match> matches) {
            boolean matched = false;
            for (RuleInUse rule : subject.standsForFolder() ? rules : matching(subject.matching())) {
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

        /** The rules with a pattern that matches: of hundreds mostly one or none. */
        private List<RuleInUse> matching(BitSet matching) {
            List<RuleInUse> found = new ArrayList<>();
            int first = rules.get(0).first();
            for (int at = matching.nextSetBit(first); at >= 0 && at < links.first(); ) {
                RuleInUse rule = byPattern.get(at - first);
                found.add(rule);
                at = matching.nextSetBit(rule.first() + rule.patterns().size());
            }
            return found;
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
     * @param first the number of its first pattern; the others have the following ones
     */
    private record RuleInUse(Policy answering, Rule rule, int first, List<PathPattern> patterns) {

        /** The pattern by which {@code subject} touches the rule: the last that matches, unless that one takes back. */
        Optional<PathPattern> matching(Subject subject) {
            int last = subject.matching().previousSetBit(first + patterns.size() - 1) - first;
            return last >= 0 && !patterns.get(last).takesBack()
                    ? Optional.of(patterns.get(last))
                    : leadingThrough(subject);
        }

        /** The pattern that leads through the folder that {@code subject} stands for, unless a whole folder is taken back after it. */
        private Optional<PathPattern> leadingThrough(Subject subject) {
            if (!subject.standsForFolder() || rule.level() == Level.GREEN) {
                return Optional.empty();
            }
            for (int i = patterns.size() - 1; i >= 0; i--) {
                PathPattern pattern = patterns.get(i);
                if (pattern.takesBack()
                        && pattern.reachesBelow()
                        && subject.matching().get(first + i)) {
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
