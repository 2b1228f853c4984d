package dev.gatekeeper.policy;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Status;
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
     * @param target the target's tip
     * @param head the commit to judge
     * @param today the day of the run (UTC)
     */
    public static List<Problem> problems(
            Optional<ChangedPath> policyChange, Snapshot target, Snapshot head, LocalDate today) {
        if (policyChange.isPresent()) {
            return policyChange.get().hasLanded() ? List.of() : problems(policyChange.get(), head, today);
        }
        boolean unjudged = target.entry(Layout.FOLDER).isAbsent()
                && !head.entry(Layout.FOLDER).isAbsent();
        return unjudged
                ? List.of(Problem.ofFile("this change brings .gatekeeper/ to the target without a policy"))
                : List.of();
    }

    private static List<Problem> problems(ChangedPath policyChange, Snapshot head, LocalDate today) {
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
        PolicyReading reading = PolicyReader.read(content.bytes().get(), Origin.TARGET, entry.id());
        return reading instanceof PolicyReading.Valid valid
                ? withoutKey(valid.policy(), today)
                : ((PolicyReading.Invalid) reading).problems();
    }

    private static List<Problem> withoutKey(Policy policy, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        for (Rule rule : policy.rulesWithoutKey(today)) {
            problems.add(Problem.ofFile("the rule '" + rule.id()
                    + "' asks for signatures, and no key of its approvers counts on " + today
                    + " (UTC); list one that does, or mend the dates"));
        }
        return problems;
    }
}
