package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.FieldValue;
import dev.gatekeeper.contract.InvariantCheck;
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

    private final Case judged;
    private final Level computed;

    RiskFindings(Case judged) {
        this.judged = judged;
        this.computed = judged.classification().level();
    }

    List<Finding> findings() {
        Optional<Contract> contract = judged.contracts().answersForAll();
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
        ClassifiedPath riskiest = judged.classification().at(computed).get(0);
        return Finding.at(
                Code.RISK_UNDERSTATED,
                contract.file(),
                contract.riskLevel().map(FieldValue::mark).orElseThrow(),
                "riskLevel is " + declared + ", but the change is " + computed + ": " + Texts.withReason(riskiest),
                remedy(declared),
                raisedBy(declared));
    }

    /** No level is proposed for the sake of a file that has to go elsewhere. */
    private String remedy(Level declared) {
        Level proposed = judged.levelOnceInPlace();
        Moves moves = new Moves(judged);
        if (declared.isAtLeast(proposed)) {
            return moves.remedy().orElseGet(this::restore);
        }
        return "Declare riskLevel: " + proposed + "."
                + moves.remedy().map(remedy -> " " + remedy).orElse("");
    }

    private String restore() {
        return judged.ownFiles().altered().isEmpty()
                ? "Take out what is read as nothing below .gatekeeper/, and commit."
                : ContractFindings.mendAll(judged);
    }

    /** The policies by which some path is riskier than declared. */
    private Set<Origin> raisedBy(Level declared) {
        return judged.classification().paths().stream()
                .flatMap(path -> path.matches().stream())
                .filter(match -> match.rule().level().compareTo(declared) > 0)
                .map(match -> match.policy().origin())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One for each invariant without an answer; several rules of a policy may ask for it. */
    private List<Finding> invariants(Contract contract) {
        Map<Origin, Set<String>> asked = new EnumMap<>(Origin.class);
        List<Finding> findings = new ArrayList<>();
        for (Touched touched : judged.classification().touched()) {
            Set<String> before = asked.get(touched.policy().origin());
            if (before == null) {
                before = new HashSet<>();
                asked.put(touched.policy().origin(), before);
            }
            Set<String> answered = answered(answering(touched));
            for (String invariant : touched.rule().invariants()) {
                if (!answered.contains(invariant) && before.add(invariant)) {
                    findings.add(unchecked(contract, invariant, touched));
                }
            }
        }
        return findings;
    }

    /**
     * The contracts whose answers count for {@code touched}. Once somebody has signed or reviewed who counts for a rule that asks for it,
     * what a contract says that none of them has seen is no answer to it: it may have come after them.
     */
    private List<Contract> answering(Touched touched) {
        Set<String> proven = judged.approvals().provenFor(touched);
        return proven.isEmpty()
                ? judged.contracts().readable()
                : judged.contracts().readable().stream()
                        .filter(contract -> proven.contains(contract.id()))
                        .toList();
    }

    private static Set<String> answered(List<Contract> contracts) {
        Set<String> answered = new HashSet<>();
        for (Contract contract : contracts) {
            for (InvariantCheck check : contract.invariantsChecked()) {
                if (check.name().isPresent()) {
                    answered.add(check.name().get().text());
                }
            }
        }
        return answered;
    }

    private Finding unchecked(Contract contract, String invariant, Touched touched) {
        boolean unsigned = answered(judged.contracts().readable()).contains(invariant);
        return Finding.inFile(
                Code.INVARIANT_UNCHECKED,
                contract.file(),
                ContractKeys.INVARIANTS + " has no " + (unsigned ? "signed " : "") + "answer to '" + invariant + "' ("
                        + touched.policy().invariants().getOrDefault(invariant, invariant) + "), asked for by rule "
                        + touched.rule().id() + ": "
                        + touched.paths().get(0).changed().path(),
                unsigned
                        ? "Have the contract that answers it signed too, or answer it in the signed one and have that signed again."
                        : "Add '- " + invariant + ": <how you checked it>' to " + ContractKeys.INVARIANTS + ".",
                Set.of(touched.policy().origin()));
    }
}
