package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.Answer;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Keys;
import dev.gatekeeper.policy.Classification.Touched;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the contracts together own up to the risk of the changed paths and answer the invariants that go with them. */
final class RiskFindings {

    private final Submission submission;
    private final Level computed;

    RiskFindings(Submission submission) {
        this.submission = submission;
        this.computed = submission.classification().level();
    }

    Stream<Finding> findings() {
        return submission.answersForAll().stream()
                .flatMap(contract -> Stream.concat(understated(contract), invariants(contract)));
    }

    private Stream<Finding> understated(Contract contract) {
        Optional<Level> declared = contract.declared();
        if (declared.isEmpty() || declared.get().isAtLeast(computed)) {
            return Stream.empty();
        }
        ClassifiedPath riskiest = submission.classification().at(computed).get(0);
        boolean escalated = !contract.escalations().isEmpty();
        String escalation = computed == Level.RED && !escalated
                ? " and add an escalation; a human who is not an author of this change must approve it."
                : ".";
        return Stream.of(Finding.at(
                Code.RISK_UNDERSTATED,
                contract.file(),
                contract.riskLevel().map(Answer::mark).orElseThrow(),
                "riskLevel is " + declared.get() + ", but the change is " + computed + ": "
                        + Texts.withReason(riskiest),
                "Declare riskLevel: " + computed + escalation,
                raisedBy(declared.get())));
    }

    /** The policies by which some path is riskier than declared. */
    private Set<Origin> raisedBy(Level declared) {
        return submission.classification().paths().stream()
                .flatMap(path -> path.matches().stream())
                .filter(match -> match.rule().level().compareTo(declared) > 0)
                .map(match -> match.policy().origin())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Finding> invariants(Contract contract) {
        Set<String> answered = submission.readable().stream()
                .flatMap(readable -> readable.invariantsChecked().stream())
                .flatMap(check -> check.name().stream())
                .map(Answer::text)
                .collect(Collectors.toUnmodifiableSet());
        Map<Unanswered, Touched> asked = new LinkedHashMap<>();
        submission
                .classification()
                .touched()
                .forEach(touched -> touched.rule().invariants().stream()
                        .filter(invariant -> !answered.contains(invariant))
                        .forEach(invariant -> asked.putIfAbsent(
                                new Unanswered(touched.policy().origin(), invariant), touched)));
        return asked.entrySet().stream().map(entry -> unchecked(contract, entry.getKey(), entry.getValue()));
    }

    private Finding unchecked(Contract contract, Unanswered unanswered, Touched touched) {
        String invariant = unanswered.invariant();
        return Finding.inFile(
                Code.INVARIANT_UNCHECKED,
                contract.file(),
                Keys.INVARIANTS + " has no answer to '" + invariant + "' ("
                        + touched.policy().invariants().getOrDefault(invariant, invariant) + "), asked for by rule "
                        + touched.rule().id() + ": "
                        + touched.paths().get(0).changed().path(),
                "Add '- " + invariant + ": <how you checked it>' to " + Keys.INVARIANTS + ".",
                Set.of(unanswered.askedBy()));
    }

    private record Unanswered(Origin askedBy, String invariant) {}
}
