package dev.gatekeeper.policy;

import dev.gatekeeper.change.ChangedPath;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which patterns of a policy's own rules match something. */
public final class PatternUse {

    private PatternUse() {}

    /**
     * The patterns that match none of {@code paths} and no folder above one: for each rule that has such patterns, by its id, their places
     * in it, counted from 0.
     */
    public static Map<String, List<Integer>> unused(Policy policy, List<ChangedPath> paths) {
        RuleMatcher matcher = new RuleMatcher(new Policies(List.of(policy)));
        // The built-in rule stands first.
        int first = BuiltInRules.gatekeeper(policy).patterns().size();
        int patterns = 0;
        for (Rule rule : policy.rules()) {
            patterns += rule.patterns().size();
        }
        BitSet open = new BitSet();
        open.set(first, first + patterns);
        for (ChangedPath path : paths) {
            matcher.leaveUnmatched(path, open);
        }
        Map<String, List<Integer>> unused = new LinkedHashMap<>();
        int number = first;
        for (Rule rule : policy.rules()) {
            List<Integer> places = new ArrayList<>();
            for (int place = 0; place < rule.patterns().size(); place++) {
                if (open.get(number++)) {
                    places.add(place);
                }
            }
            if (!places.isEmpty()) {
                unused.put(rule.id(), places);
            }
        }
        return unused;
    }
}
