package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the files that a change leaves behind can be lived with: required files, the policy, and every added path. */
final class PathFindings {

    private final Submission submission;

    PathFindings(Submission submission) {
        this.submission = submission;
    }

    Stream<Finding> findings() {
        return Stream.of(requiredFiles(), policy(), unsafe()).flatMap(stream -> stream);
    }

    private Stream<Finding> requiredFiles() {
        return submission.requiredFiles().stream()
                .map(file -> Finding.inFile(
                        Code.REQUIRED_FILE_MISSING,
                        file.path(),
                        "the required file " + file.problem() + " at head",
                        file.onTarget()
                                ? "Restore it and commit: "
                                        + NextStep.restore(submission.revisions(), List.of(file.path()))
                                : "Write it, for the people and agents that work here, and commit it.",
                        file.askedBy()));
    }

    private Stream<Finding> policy() {
        return submission.policyProblems().stream()
                .map(problem -> new Finding(
                        Code.POLICY_INVALID,
                        Layout.POLICY.display(),
                        problem.mark(),
                        problem.text(),
                        "Commit a valid " + Layout.POLICY + ": after the merge, no change could be judged without one.",
                        submission.policies().origins()));
    }

    private Stream<Finding> unsafe() {
        return submission.change().paths().stream()
                .filter(changed -> changed.status() == Status.ADDED && !changed.hasLanded())
                .flatMap(changed -> problemOf(changed).stream()
                        .map(problem -> Finding.inFile(
                                Code.PATH_UNSAFE,
                                changed.path().display(),
                                "the added path " + problem,
                                "Add it under a plain name, and commit.",
                                submission.policies().origins())));
    }

    private Optional<String> problemOf(ChangedPath added) {
        RawPath twin = submission.change().twins().get(added.path());
        return UnsafePath.problemOf(added)
                .or(() -> Optional.ofNullable(twin)
                        .map(other ->
                                "cannot be told from " + other + " where letter case or Unicode forms are folded"));
    }
}
