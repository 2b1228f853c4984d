package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Status;
import dev.gatekeeper.policy.RequiredFiles;
import dev.gatekeeper.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the files that a change leaves behind can be lived with: required files, the policy, and every added path. */
final class PathFindings {

    private final Case judged;

    PathFindings(Case judged) {
        this.judged = judged;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (RequiredFiles.Failing file : judged.requiredFiles()) {
            findings.add(required(file));
        }
        for (Problem problem : judged.policyProblems()) {
            findings.add(policy(problem));
        }
        for (ChangedPath changed : judged.change().paths()) {
            if (changed.status() == Status.ADDED && !changed.hasLanded()) {
                unsafe(changed).or(() -> twin(changed)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Finding required(RequiredFiles.Failing file) {
        return Finding.inFile(
                Code.REQUIRED_FILE_MISSING,
                file.path(),
                "the required file " + file.problem() + " at head",
                remedy(file),
                file.askedBy());
    }

    private String remedy(RequiredFiles.Failing file) {
        if (file.filtered()) {
            return "Take it out of the filter in .gitattributes, add the file itself, and commit both.";
        }
        return file.onTarget()
                ? "Restore it and commit: " + NextStep.restore(judged.revisions(), List.of(file.path()))
                : "Write it, for the people and agents that work here, and commit it.";
    }

    private Finding policy(Problem problem) {
        return new Finding(
                Code.POLICY_INVALID,
                Layout.POLICY.display(),
                problem.mark(),
                problem.text(),
                judged.change()
                                .at(Layout.POLICY)
                                .filter(ChangedPath::isChangedByTarget)
                                .isPresent()
                        ? "Merge the target into your branch: "
                                + judged.revisions().mergeCommand()
                        : "Commit a valid " + Layout.POLICY
                                + ": after the merge, no change could be judged without one.",
                judged.policies().origins());
    }

    private Optional<Finding> unsafe(ChangedPath added) {
        return UnsafePath.problemOf(added)
                .map(problem -> pathUnsafe(added, problem, "Add it under a plain name, and commit."));
    }

    private Optional<Finding> twin(ChangedPath added) {
        return Optional.ofNullable(judged.change().collisions().get(added.path()))
                .map(twin -> pathUnsafe(
                        added,
                        "cannot be told from " + twin + " where letter case or Unicode forms are folded",
                        "Rename or delete one of the two, and commit."));
    }

    private Finding pathUnsafe(ChangedPath added, String problem, String remedy) {
        return Finding.inFile(
                Code.PATH_UNSAFE,
                added.path().display(),
                "the added path " + problem,
                remedy,
                judged.policies().origins());
    }
}
