package dev.gatekeeper.verdict;

import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Rule;
import java.util.Collection;
import java.util.List;

/** Turns of phrase that several findings share. */
final class Texts {

    private static final int MOST_NAMED = 10;

    private Texts() {}

    /** {@code src/auth/Token.java (rule auth: Auth or permissions logic)}. */
    static String withReason(ClassifiedPath path) {
        return path.changed().path()
                + path.deciding().map(match -> " (" + named(match.rule()) + ")").orElse("");
    }

    /** {@code rule auth: Auth or permissions logic}. */
    static String named(Rule rule) {
        return "rule " + rule.id() + ": " + rule.because();
    }

    /** {@code rule auth (Auth or permissions logic)}, inside a sentence. */
    static String called(Rule rule) {
        return "rule " + rule.id() + " (" + rule.because() + ")";
    }

    /** {@code a, b and 3 more}; the first ten are named. */
    static String list(Collection<String> words) {
        List<String> named = words.stream().limit(MOST_NAMED).toList();
        int rest = words.size() - named.size();
        return String.join(", ", named) + (rest == 0 ? "" : " and " + rest + " more");
    }

    /** {@code 1 approval}, {@code 2 approvals}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
