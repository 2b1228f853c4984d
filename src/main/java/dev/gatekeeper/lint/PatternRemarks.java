package dev.gatekeeper.lint;

import dev.gatekeeper.policy.PathPattern;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Patterns that are sound, and do hardly what their author means. */
final class PatternRemarks {

    private static final Pattern STARS_WITHIN_NAME = Pattern.compile("(?<=[^/*\\\\])\\*\\*|\\*\\*(?=[^/*])");

    /** Of more patterns of one rule that match nothing it is said in one line: a policy for many kinds of code has dozens. */
    private static final int MOST_APART = 3;

    private final PolicyPlaces places;
    private final Map<String, List<Integer>> unused;
    private final List<Problem> remarks = new ArrayList<>();

    private PatternRemarks(PolicyPlaces places, Map<String, List<Integer>> unused) {
        this.places = places;
        this.unused = unused;
    }

    /**
     * All that is odd about the patterns of {@code policy}.
     *
     * @param unused by rule, the numbers of the patterns that match no file
     */
    static List<Problem> of(Policy policy, PolicyPlaces places, Map<String, List<Integer>> unused) {
        PatternRemarks found = new PatternRemarks(places, unused);
        for (Rule rule : policy.rules()) {
            found.look(rule);
        }
        return found.remarks;
    }

    private void look(Rule rule) {
        boolean matchedBefore = false;
        for (int number = 0; number < rule.patterns().size(); number++) {
            PathPattern pattern = rule.patterns().get(number);
            Optional<Mark> mark = places.of(rule.id(), number);
            spelling(pattern, mark);
            if (pattern.takesBack() && !matchedBefore) {
                remark(
                        mark,
                        pattern,
                        "stands before anything that it could take back; put it behind the patterns that it takes back from,"
                                + " since the last one that matches decides");
            }
            matchedBefore |= !pattern.takesBack();
        }
        unused(rule);
    }

    private void spelling(PathPattern pattern, Optional<Mark> mark) {
        String plain = pattern.takesBack() ? pattern.glob().substring(1) : pattern.glob();
        if (STARS_WITHIN_NAME.matcher(plain).find()) {
            remark(
                    mark,
                    pattern,
                    "has '**' beside other characters, where it stays within one name as '*' does; for any folders"
                            + " between, give it a part of its own: '"
                            + plain.replaceAll("(?<=[^/*\\\\])\\*\\*(?=[^/])", "/**/*")
                                    .replaceAll("(?<=^|/)\\*\\*(?=[^/*])", "**/*")
                                    .replace("//", "/")
                            + "'");
        }
        for (String part : plain.split("/", -1)) {
            if (!part.isEmpty() && part.length() > part.strip().length()) {
                remark(mark, pattern, "names '" + part + "', with a blank at an end; take it out");
            }
        }
    }

    private void unused(Rule rule) {
        List<Integer> numbers = unused.getOrDefault(rule.id(), List.of());
        boolean none = true;
        for (int number = 0; number < rule.patterns().size(); number++) {
            none &= rule.patterns().get(number).takesBack() || numbers.contains(number);
        }
        if (none) {
            remarks.add(new Problem(places.of(rule.id()), "the rule '" + rule.id() + "' matches no file of head"));
            return;
        }
        if (numbers.size() > MOST_APART) {
            remarks.add(new Problem(
                    places.of(rule.id(), numbers.get(0)),
                    "of the " + rule.patterns().size() + " patterns of rule '" + rule.id() + "' "
                            + Words.count(numbers.size(), "matches", "match") + " no file of head: "
                            + Words.list(numbers.stream()
                                    .map(number -> rule.patterns().get(number).glob())
                                    .toList())));
            return;
        }
        for (int number : numbers) {
            PathPattern pattern = rule.patterns().get(number);
            remark(
                    places.of(rule.id(), number),
                    pattern,
                    pattern.takesBack() ? "takes nothing back: it matches no file of head" : "matches no file of head");
        }
    }

    private void remark(Optional<Mark> mark, PathPattern pattern, String what) {
        remarks.add(new Problem(mark, "the pattern '" + pattern.glob() + "' " + what));
    }
}
