package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.policy.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one RED rule asks of a change: so many different people of its groups, none of them an author of what they answer for.
 *
 * @param policy the policy that holds the rule
 * @param rule the rule
 * @param shares the RED paths that touch it, grouped by their authors
 */
record Obligation(Policy policy, Rule rule, List<Share> shares) {

    /** The rule by which a contract that declares RED is asked for an approver when no path is RED. */
    private static final String DECLARED = "declared";

    Obligation {
        shares = List.copyOf(shares);
    }

    /**
     * Paths with the same authors.
     *
     * @param what one of the paths, or the change as a whole, for messages
     * @param authors who wrote them
     */
    record Share(String what, Set<Person> authors) {}

    /** Every obligation of {@code submission}, in the order of its paths; none when it is not RED. */
    static List<Obligation> of(Submission submission) {
        if (submission.level() != Level.RED) {
            return List.of();
        }
        List<RawPath> red = rawPaths(submission.classification().at(Level.RED));
        Authorship authors = new Authorship(submission.change(), red);
        if (red.isEmpty()) {
            Share all = new Share("this change", authors.ofAll());
            return submission.policies().inForce().stream()
                    .map(policy -> new Obligation(policy, declaredRule(policy), List.of(all)))
                    .toList();
        }
        return submission.classification().touched().stream()
                .filter(touched -> touched.rule().level() == Level.RED)
                .map(touched ->
                        new Obligation(touched.policy(), touched.rule(), shares(authors, rawPaths(touched.paths()))))
                .toList();
    }

    /** The policies that ask for {@code obligations}. */
    static Set<Origin> askedBy(List<Obligation> obligations) {
        Set<Origin> origins = EnumSet.noneOf(Origin.class);
        for (Obligation obligation : obligations) {
            origins.add(obligation.policy().origin());
        }
        return origins;
    }

    /** Those whom the policy lists for it, for a message. */
    String approvers() {
        List<String> names =
                policy.approversOf(rule).stream().map(Approver::name).toList();
        return names.isEmpty() ? "any human" : Texts.list(names);
    }

    boolean asksForSignature() {
        return rule.proof() == Proof.SIGNED;
    }

    private static List<Share> shares(Authorship authors, List<RawPath> paths) {
        return authors.shares(paths).entrySet().stream()
                .map(share -> new Share(share.getValue().display(), share.getKey()))
                .toList();
    }

    private static List<RawPath> rawPaths(List<ClassifiedPath> paths) {
        return paths.stream().map(path -> path.changed().path()).toList();
    }

    private static Rule declaredRule(Policy policy) {
        return Rule.plain(DECLARED, Level.RED, "The contract declares RED", List.of(), policy.approval());
    }
}
