package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.ApprovalRequirement;
import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.OnceInPlace;
import dev.gatekeeper.approvals.RequirementResult;
import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.policy.Classification.Touched;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Proof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change of such paths has to answer, whether or not it has.
 *
 * @param level the level that it is treated by
 * @param fields the keys that its contract is asked for, in the order in which one is written
 * @param invariants what its contract has to answer, each id once
 * @param approvals what each RED rule asks for
 * @param toDraft the command that drafts a contract for it
 */
public record Demands(
        Level level, List<String> fields, List<Invariant> invariants, List<Approvers> approvals, String toDraft) {

    public Demands {
        fields = List.copyOf(fields);
        invariants = List.copyOf(invariants);
        approvals = List.copyOf(approvals);
    }

    /**
     * An invariant to be answered.
     *
     * @param rule the id of a rule that asks for it
     */
    public record Invariant(String id, String text, String rule) {}

    /**
     * Those who are asked to approve.
     *
     * @param rule the rule, and why it is RED, as it stands inside a sentence
     * @param whom their names, and how many of them where one is not enough, as they stand inside a sentence
     * @param proof what proves it at least
     */
    public record Approvers(String rule, String whom, Proof proof) {}

    /** The command that drafts a contract for a change of {@code revisions}. */
    public static String commandToDraft(Revisions revisions) {
        return NextStep.draft(revisions);
    }

    /** What {@code judged} has to answer as it stands. */
    public static Demands of(Case judged) {
        return of(judged, judged.classification(), judged.level(), judged.approvals());
    }

    /**
     * What {@code judged} has to answer once each of its files lies where it is read and earlier changes' files are as they were.
     *
     * @param declared a level to be declared, if it is the higher one
     */
    public static Demands onceInPlace(Case judged, Level declared) {
        OnceInPlace inPlace = judged.inPlace();
        return of(judged, inPlace.classification(), judged.levelOnceInPlace().orHigher(declared), inPlace.approvals());
    }

    private static Demands of(Case judged, Classification classification, Level level, Approvals approvals) {
        return new Demands(
                level,
                fields(judged.policies(), level),
                invariants(classification),
                approvers(approvals),
                NextStep.draft(judged.revisions()));
    }

    /** What a contract that declares {@code level} is asked for. */
    static List<String> fields(Policies policies, Level level) {
        List<String> keys = new ArrayList<>(ContractKeys.TEXTS);
        keys.addAll(List.of(ContractKeys.RISK_LEVEL, ContractKeys.INVARIANTS, ContractKeys.TESTS));
        keys.addAll(policies.fieldNames());
        keys.removeIf(key -> policies.askingFor(key, level).isEmpty());
        return keys;
    }

    private static List<Invariant> invariants(Classification classification) {
        Map<String, Invariant> asked = new LinkedHashMap<>();
        for (Touched touched : classification.touched()) {
            for (String id : touched.rule().invariants()) {
                String text = touched.policy().invariants().getOrDefault(id, id);
                asked.putIfAbsent(id, new Invariant(id, text, touched.rule().id()));
            }
        }
        return List.copyOf(asked.values());
    }

    private static List<Approvers> approvers(Approvals approvals) {
        WhomToAsk whom = new WhomToAsk(approvals);
        List<Approvers> asked = new ArrayList<>();
        for (RequirementResult result : approvals.results()) {
            ApprovalRequirement requirement = result.requirement();
            asked.add(new Approvers(
                    Texts.called(requirement),
                    whom.whoMay(result),
                    requirement.rule().proof()));
        }
        return asked;
    }
}
