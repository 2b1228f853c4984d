package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.ApprovalRequirement;
import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.ListedApprover;
import dev.gatekeeper.approvals.RequirementResult;
import dev.gatekeeper.approvals.RequirementResult.PartResult;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.Proof;
import dev.gatekeeper.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The names of those whom a remedy sends its reader to. */
final class WhomToAsk {

    /** Of more people a reader is told the group. */
    private static final int MOST_NAMED = 3;

    private static final String NOBODY = "nobody, until an administrator lands a key that counts";
    private static final String NOBODY_KNOWN = "nobody, until an administrator lands a login or a key that counts";

    private final Approvals approvals;

    WhomToAsk(Approvals approvals) {
        this.approvals = approvals;
    }

    /** For all requirements: {@code 2 of Jane Smith, Omar Haddad; Ann Lee or Bo Berg}. */
    String forAll() {
        Set<String> asked = new LinkedHashSet<>();
        for (RequirementResult result : approvals.results()) {
            asked.add(whoMay(result));
        }
        return String.join("; ", asked);
    }

    /** For one requirement, those who may answer, whether or not they have, and how many of them. */
    String whoMay(RequirementResult result) {
        return numbered(result, result.requirement().rule().approvals(), ListedApprover::mayApprove);
    }

    /** For one requirement, those who may answer and have not, and how many of them. */
    String whoElse(RequirementResult result) {
        return numbered(result, several(result).orElse(1), listed -> listed.mayApprove() && !listed.hasAnswered());
    }

    /**
     * Whom the change waits for where nothing is left but what a human must do, as the object of "ask": some names, or their groups where
     * these are too many to be read.
     */
    String next() {
        Set<String> asked = new LinkedHashSet<>();
        for (RequirementResult result : approvals.open()) {
            asked.add(next(result));
        }
        return String.join(", and ", asked);
    }

    /** How many more people {@code result} needs, where that is more than one. */
    private static Optional<Integer> several(RequirementResult result) {
        return result.firstOpen().map(PartResult::missing).filter(missing -> missing > 1);
    }

    /** As {@link #next()}, for one requirement. */
    String next(RequirementResult result) {
        ApprovalRequirement requirement = result.requirement();
        List<String> fitting = fitting(result, listed -> listed.mayApprove() && !listed.hasAnswered());
        Optional<Integer> several = several(result);
        if (fitting.isEmpty()) {
            boolean nobody = requirement.rule().proof() != Proof.NAMED && !requirement.isOpenToAnybody();
            String what = requirement.asksForSignature() ? "no key counts" : "no login is known and no key counts";
            return nobody
                    ? "an administrator, since " + what
                    : several.map(number -> number + " humans who are not authors")
                            .orElse("a human who is not an author");
        }
        List<String> groups = requirement.rule().groups();
        if (fitting.size() > MOST_NAMED) {
            return groups.isEmpty()
                    ? several.map(number -> number + " approvers of the policy").orElse("an approver of the policy")
                    : several.map(number -> number + " humans of group ").orElse("a human of group ")
                            + Words.either(groups);
        }
        return several.map(number -> number + " of " + Words.list(fitting)).orElseGet(() -> Words.either(fitting));
    }

    /** A list that is cut says itself that one of it is enough. */
    private static String anyOf(List<String> names) {
        return names.size() > MOST_NAMED ? "one of " + Words.list(names) : Words.either(names);
    }

    /** Who could sign today and has not, each once; empty where no key of theirs counts. */
    Optional<String> signers() {
        Set<String> names = new LinkedHashSet<>();
        for (RequirementResult result : approvals.results()) {
            if (result.requirement().asksForSignature()) {
                for (ListedApprover listed : approvals.listedFor(result)) {
                    if (listed.maySign() && !listed.hasAnswered()) {
                        names.add(listed.approver().name());
                    }
                }
                names.addAll(unknown(result.requirement()));
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(Words.list(names));
    }

    /** Those whom the policy lists for {@code requirement}, whether or not they may answer. */
    static String listed(ApprovalRequirement requirement) {
        List<String> names = new ArrayList<>();
        for (Approver approver : requirement.policy().approversOf(requirement.rule())) {
            names.add(approver.name());
        }
        names.addAll(unknown(requirement));
        return names.isEmpty() ? "any human" : Words.list(names);
    }

    private String numbered(RequirementResult result, int number, Predicate<ListedApprover> fits) {
        List<String> names = fitting(result, fits);
        if (!names.isEmpty()) {
            return number > 1 ? number + " of " + Words.list(names) : anyOf(names);
        }
        return switch (result.requirement().rule().proof()) {
            case NAMED -> number > 1 ? number + " humans who are not authors" : "any human who is not an author";
            case REVIEWED -> NOBODY_KNOWN;
            case SIGNED -> NOBODY;
        };
    }

    /** All who are listed where {@code fits} leaves nobody: several of them may answer for a part each. */
    private List<String> fitting(RequirementResult result, Predicate<ListedApprover> fits) {
        List<ListedApprover> listed = approvals.listedFor(result).stream()
                .filter(one -> one.canProve(result.requirement().rule().proof()))
                .toList();
        List<ListedApprover> fitting = listed.stream().filter(fits).toList();
        List<String> unknown = unknown(result.requirement());
        List<String> names = new ArrayList<>();
        for (ListedApprover one : fitting.isEmpty() && unknown.isEmpty() ? listed : fitting) {
            names.add(one.approver().name());
        }
        names.addAll(unknown);
        return names;
    }

    /** Whom the organisation's policy lists, which the run has not. */
    private static List<String> unknown(ApprovalRequirement requirement) {
        List<String> unknown = new ArrayList<>();
        for (String group : requirement.unknownGroups()) {
            unknown.add("whoever is in " + group);
        }
        return unknown;
    }
}
