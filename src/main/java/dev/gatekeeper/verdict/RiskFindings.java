package dev.gatekeeper.verdict;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.Answer;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.InvariantCheck;
import dev.gatekeeper.contract.Keys;
import dev.gatekeeper.policy.Classification.Touched;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the contracts together own up to the risk of the changed paths and answer the invariants that go with them. */
final class RiskFindings {

    private final Submission submission;
    private final Level computed;

    RiskFindings(Submission submission) {
        this.submission = submission;
        this.computed = submission.classification().level();
    }

    List<Finding> findings() {
        Optional<Contract> contract = submission.answersForAll();
        if (contract.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(invariants(contract.get()));
        Optional<Level> declared = contract.get().declared();
        if (declared.isPresent() && !declared.get().isAtLeast(computed)) {
            findings.add(understated(contract.get(), declared.get()));
        }
        return findings;
    }

    private Finding understated(Contract contract, Level declared) {
        ClassifiedPath riskiest = submission.classification().at(computed).get(0);
        boolean escalated = !contract.escalations().isEmpty();
        String escalation = computed == Level.RED && !escalated
                ? " and add an escalation; a human who is not an author of this change must approve it."
                : ".";
        return Finding.at(
                Code.RISK_UNDERSTATED,
                contract.file(),
                contract.riskLevel().map(Answer::mark).orElseThrow(),
                "riskLevel is " + declared + ", but the change is " + computed + ": " + Texts.withReason(riskiest),
                "Declare riskLevel: " + computed + escalation,
                raisedBy(declared));
    }

    /** The policies by which some path is riskier than declared. */
    private Set<Origin> raisedBy(Level declared) {
        return submission.classification().paths().stream()
                .flatMap(path -> path.matches().stream())
                .filter(match -> match.rule().level().compareTo(declared) > 0)
                .map(match -> match.policy().origin())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One for each invariant without an answer; several rules of a policy may ask for it. */
    private List<Finding> invariants(Contract contract) {
        Set<String> answered = answered();
        Map<Origin, Set<String>> asked = new EnumMap<>(Origin.class);
        List<Finding> findings = new ArrayList<>();
        for (Touched touched : submission.classification().touched()) {
            Set<String> before = asked.computeIfAbsent(touched.policy().origin(), origin -> new HashSet<>());
            for (String invariant : touched.rule().invariants()) {
                if (!answered.contains(invariant) && before.add(invariant)) {
                    findings.add(unchecked(contract, invariant, touched));
                }
            }
        }
        return findings;
    }

    private Set<String> answered() {
        Set<String> answered = new HashSet<>();
        for (Contract contract : submission.readable()) {
            for (InvariantCheck check : contract.invariantsChecked()) {
                if (check.name().isPresent()) {
                    answered.add(check.name().get().text());
                }
            }
        }
        return answered;
    }

    private Finding unchecked(Contract contract, String invariant, Touched touched) {
        return Finding.inFile(
                Code.INVARIANT_UNCHECKED,
                contract.file(),
                Keys.INVARIANTS + " has no answer to '" + invariant + "' ("
                        + touched.policy().invariants().getOrDefault(invariant, invariant) + "), asked for by rule "
                        + touched.rule().id() + ": "
                        + touched.paths().get(0).changed().path(),
                "Add '- " + invariant + ": <how you checked it>' to " + Keys.INVARIANTS + ".",
                Set.of(touched.policy().origin()));
    }
}
