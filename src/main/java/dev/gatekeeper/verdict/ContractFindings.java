package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Status;
import dev.gatekeeper.contract.ContractReading;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the change has contracts that can be read, and left those of earlier changes alone. */
final class ContractFindings {

    private static final String FOLDER = Layout.CONTRACTS.display();

    private final Submission submission;

    ContractFindings(Submission submission) {
        this.submission = submission;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (submission.contracts().isEmpty()) {
            findings.add(missing());
        }
        for (ChangedPath changed : submission.ownFiles().altered()) {
            findings.add(altered(changed));
        }
        for (ContractReading reading : submission.contracts()) {
            if (reading instanceof ContractReading.Unreadable unreadable) {
                for (Problem problem : unreadable.problems()) {
                    findings.add(unreadable(unreadable.file(), problem));
                }
            }
        }
        return findings;
    }

    private Finding missing() {
        Level level = submission.levelOnceRestored();
        String escalation = level == Level.RED ? ", and an escalation to a human" : "";
        return Finding.inFile(
                Code.CONTRACT_MISSING,
                FOLDER,
                "this change adds no contract" + nearMiss(),
                adoption() + "Add " + FOLDER + "/<id>.yaml with whatChanged, whyChanged, riskLevel: "
                        + level + ", invariantsChecked and tests" + escalation
                        + ", and commit it.",
                submission.policies().origins());
    }

    private String adoption() {
        boolean adopted = submission.policies().from(Origin.TARGET).isPresent();
        boolean adopts = submission.change().at(Layout.POLICY).isPresent();
        return adopted || adopts
                ? ""
                : "The target has no .gatekeeper/ yet: first land a change that brings " + Layout.POLICY
                        + ", which is RED. Then: ";
    }

    private String nearMiss() {
        Set<String> taken = names(submission.ownFiles().taken().stream());
        if (!taken.isEmpty()) {
            return " that counts: the target has another file at " + Texts.list(taken) + "; use an id of its own";
        }
        Set<String> landed = names(submission.change().paths().stream()
                .filter(changed -> changed.hasLanded()
                        && !changed.after().isAbsent()
                        && Layout.contractId(changed.path()).isPresent()));
        if (!landed.isEmpty()) {
            return " that counts: " + Texts.list(landed)
                    + " has landed on the target already and answers for another change";
        }
        Set<String> edited = names(submission.ownFiles().altered().stream()
                .filter(changed -> changed.status() == Status.MODIFIED
                        && Layout.contractId(changed.path()).isPresent()));
        return edited.isEmpty() ? "" : ": " + Texts.list(edited) + " belongs to an earlier change";
    }

    private Finding altered(ChangedPath changed) {
        return Finding.inFile(
                Code.CONTRACT_ALTERED,
                changed.path().display(),
                (changed.path().isBelow(Layout.CONTRACTS) ? "the contract" : "the approval")
                        + " of an earlier change is history, and this change "
                        + (changed.status() == Status.DELETED ? "deletes" : "alters") + " it",
                "Restore it and commit: " + NextStep.restore(submission.revisions(), restorable()),
                submission.policies().origins());
    }

    private List<String> restorable() {
        return Stream.of(Layout.CONTRACTS, Layout.APPROVALS)
                .filter(folder -> submission.ownFiles().altered().stream()
                        .anyMatch(changed -> changed.path().isBelow(folder)))
                .map(RawPath::display)
                .toList();
    }

    private Finding unreadable(String file, Problem problem) {
        return new Finding(
                Code.CONTRACT_UNREADABLE,
                file,
                problem.mark(),
                problem.text(),
                "Mend the file or its name, and commit; Gatekeeper's README shows one under \"The contract\".",
                submission.policies().origins());
    }

    private static Set<String> names(Stream<ChangedPath> paths) {
        return paths.map(changed -> changed.path().display()).collect(Collectors.toCollection(TreeSet::new));
    }
}
