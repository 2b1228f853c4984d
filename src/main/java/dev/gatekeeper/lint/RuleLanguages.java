package dev.gatekeeper.lint;

import dev.gatekeeper.policy.PathPattern;
import dev.gatekeeper.policy.Rule;
import dk.brics.automaton.Automaton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths that touch each rule, as {@code RuleMatcher} finds them, of ordinary files: what a link or a file in a folder's place touches
 * beyond that is left out.
 */
final class RuleLanguages {

    private final Map<Rule, Language> known = new HashMap<>();
    private final Map<List<Object>, Language> patterns = new HashMap<>();

    /** The paths that touch {@code rule}, one with patterns. */
    Language of(Rule rule) throws TooLargeException {
        Language language = known.get(rule);
        if (language == null) {
            language = touching(rule);
            known.put(rule, language);
        }
        return language;
    }

    /** The last pattern that matches decides: so patterns are joined and taken out in their order, those of one kind at once. */
    private Language touching(Rule rule) throws TooLargeException {
        Language touching = Language.NONE;
        List<PathPattern> all = rule.patterns();
        int from = 0;
        while (from < all.size()) {
            boolean takesBack = all.get(from).takesBack();
            List<Language> run = new ArrayList<>();
            int to = from;
            while (to < all.size() && all.get(to).takesBack() == takesBack) {
                run.add(matching(all.get(to), rule.raisesBy(all.get(to))));
                to++;
            }
            Language joined = Language.union(run);
            touching = takesBack ? touching.minus(joined) : touching.or(joined);
            from = to;
        }
        return touching;
    }

    /** What {@code pattern} matches, or speaks of as it matches a folder above. */
    Language matching(PathPattern pattern, boolean raises) throws TooLargeException {
        List<Object> key = List.of(pattern, raises);
        Language language = patterns.get(key);
        if (language == null) {
            boolean spreads = raises || pattern.reachesBelow();
            language = Language.of(matching(pattern.written(), false, spreads));
            Optional<String> folded = raises ? pattern.folded() : Optional.empty();
            if (folded.isPresent()) {
                language = language.or(Language.of(matching(folded.get(), true, spreads)));
            }
            patterns.put(key, language);
        }
        return language;
    }

    private static Automaton matching(String glob, boolean folded, boolean spreads) throws TooLargeException {
        boolean ofFolder = glob.endsWith("/");
        Automaton entries = GlobLanguage.of(ofFolder ? glob.substring(0, glob.length() - 1) : glob, folded);
        Automaton below = entries.concatenate(GlobLanguage.BELOW);
        if (ofFolder) {
            return spreads ? below : Automaton.makeEmpty();
        }
        return spreads ? entries.union(below) : entries;
    }
}
