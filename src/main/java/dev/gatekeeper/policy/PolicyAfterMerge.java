package dev.gatekeeper.policy;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Status;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with the policy that a change would leave behind, so that no change bars the way for all others. */
public final class PolicyAfterMerge {

    private PolicyAfterMerge() {}

    /**
     * What is wrong with it; empty when the change leaves the policy alone or makes it a valid one.
     *
     * @param policyChange what the change does to the policy, if anything
     * @param today the day of the run (UTC)
     * @param organisation the organisation's policy, whose groups it may name
     * @param isolated whether the run would have been given that policy, if there were one
     * @param strictness how strictly it is read
     */
    public static List<Problem> problems(
            Optional<ChangedPath> policyChange,
            Trees trees,
            LocalDate today,
            Optional<Policy> organisation,
            boolean isolated,
            Strictness strictness) {
        if (policyChange.isPresent()) {
            return policyChange.get().hasLanded()
                    ? List.of()
                    : problems(policyChange.get(), trees.head(), today, organisation, isolated, strictness);
        }
        return trees.target().entry(Layout.POLICY).isAbsent() ? near(trees) : List.of();
    }

    /** What would be nearly a policy after the merge, and would leave the target undecidable; one on the target is so already. */
    private static List<Problem> near(Trees trees) {
        List<Problem> problems = new ArrayList<>();
        for (RawPath near : NearPolicies.in(trees.head())) {
            if (!trees.head().entry(near).equals(trees.base().entry(near))) {
                problems.add(Problem.ofFile("this change brings " + near
                        + " to the target, which is nearly a policy and is" + " read as none"));
            }
        }
        return problems;
    }

    private static List<Problem> problems(
            ChangedPath policyChange,
            Snapshot head,
            LocalDate today,
            Optional<Policy> organisation,
            boolean isolated,
            Strictness strictness) {
        if (policyChange.status() == Status.DELETED) {
            return List.of(Problem.ofFile("this change deletes the policy"));
        }
        if (policyChange.isChangedByTarget()) {
            return List.of(Problem.ofFile(
                    "the target has changed the policy too, and nobody has seen what a merge makes of both"));
        }
        Entry entry = policyChange.after();
        FileContent content = head.content(entry, StrictYaml.MAX_BYTES);
        if (content.bytes().isEmpty()) {
            return List.of(Problem.ofFile("the policy " + content.problem()));
        }
        PolicyReading reading =
                PolicyReader.read(content.bytes().get(), Origin.TARGET, entry.id(), organisation, strictness);
        if (reading instanceof PolicyReading.Valid valid) {
            List<Problem> problems = new ArrayList<>(withoutKey(valid.policy(), today));
            if (isolated) {
                problems.addAll(withoutOrganisation(valid.policy()));
            }
            return problems;
        }
        return ((PolicyReading.Invalid) reading).problems();
    }

    /** A pipeline that gives no policy of the organisation could decide nothing any more. */
    private static List<Problem> withoutOrganisation(Policy policy) {
        List<Problem> problems = new ArrayList<>();
        for (String group : policy.unknownGroups()) {
            problems.add(Problem.ofFile("the policy names the group '" + group
                    + "', and the pipeline gives no policy of the organisation (gatekeeper.orgPolicy)"));
        }
        return problems;
    }

    /** The rules of {@code policy} that ask for signatures which nobody could give on {@code today} (UTC). */
    static List<Problem> withoutKey(Policy policy, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        for (Rule rule : policy.rulesWithoutKey(today)) {
            problems.add(Problem.ofFile("the rule '" + rule.id()
                    + "' asks for signatures, and no key of its approvers counts on " + today
                    + " (UTC); list one that does, or mend the dates"));
        }
        return problems;
    }
}
