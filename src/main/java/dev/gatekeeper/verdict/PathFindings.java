package dev.gatekeeper.verdict;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Status;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.RequiredFiles;
import dev.gatekeeper.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

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
                Optional<Finding> unsafe = unsafe(changed);
                Optional<Finding> finding = unsafe.isPresent() ? unsafe : twin(changed);
                if (finding.isPresent()) {
                    findings.add(inPlace(finding.get(), changed));
                }
            }
        }
        return findings;
    }

    /** What has to go elsewhere anyway gets its good name there: one remedy, not two that contradict each other. */
    private Finding inPlace(Finding finding, ChangedPath added) {
        return new Moves(judged)
                .commandFor(added)
                .map(command -> Finding.inFile(
                        finding.code(),
                        finding.file(),
                        finding.problem(),
                        "Move it and commit: " + command,
                        finding.askedBy()))
                .orElse(finding);
    }

    private Finding required(RequiredFiles.Failing file) {
        return Finding.inFile(
                Code.REQUIRED_FILE_MISSING,
                file.path(),
                "the required file " + file.problem() + " at head; only commits are judged",
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

    /** The first flaw that some policy doesn't allow. */
    private Optional<Finding> unsafe(ChangedPath added) {
        List<UnsafePath.Flaw> flaws = UnsafePath.flawsOf(added);
        if (flaws.isEmpty()) {
            return Optional.empty();
        }
        List<Set<Origin>> forbidding = judged.policies().forbidUnsafe(added.path());
        for (UnsafePath.Flaw flaw : flaws) {
            Set<Origin> askedBy = flaw.part().isEmpty()
                    ? judged.policies().origins()
                    : forbidding.get(flaw.part().getAsInt());
            if (!askedBy.isEmpty()) {
                return Optional.of(pathUnsafe(added, flaw.problem(), remedy(added, flaw, askedBy), askedBy));
            }
        }
        return Optional.empty();
    }

    private static String remedy(ChangedPath added, UnsafePath.Flaw flaw, Set<Origin> askedBy) {
        if (flaw.isOfMode()) {
            return "Add it anew, and commit: " + Rename.addAnew(added.path());
        }
        Optional<String> command = Rename.toSafe(added.path());
        if (command.isEmpty()) {
            return "Take it out of the commits of the change: git itself refuses to check it out.";
        }
        return flaw.part().isEmpty()
                ? "Rename it, and commit: " + command.get()
                : permission(added.path().upTo(flaw.part().getAsInt() + 1), askedBy)
                        + " Otherwise rename it, and commit: " + command.get();
    }

    /** What an administrator can do so that {@code name}, a path or a folder above it, may stay. */
    private static String permission(RawPath name, Set<Origin> askedBy) {
        StringJoiner policies = new StringJoiner(" and in ");
        if (askedBy.contains(Origin.TARGET) || askedBy.contains(Origin.BUILT_IN)) {
            policies.add(Layout.POLICY.display() + " of the target");
        }
        if (askedBy.contains(Origin.ORGANISATION)) {
            policies.add("the organisation's policy");
        }
        return "Where the name has to stay, as in a vendored tree, an administrator allows it by a pattern under unsafePathsAllowed"
                + " that matches '" + name.display() + "', in " + policies + ".";
    }

    private Optional<Finding> twin(ChangedPath added) {
        RawPath twin = judged.change().collisions().get(added.path());
        if (twin == null) {
            return Optional.empty();
        }
        return Optional.of(pathUnsafe(
                added,
                "cannot be told from " + twin.display() + " where letter case, Unicode forms and joiners are folded"
                        + CodePoints.difference(added.path(), twin),
                "Rename or delete one of the two, and commit: " + Rename.awayFrom(twin, added.path()),
                judged.policies().origins()));
    }

    private static Finding pathUnsafe(ChangedPath added, String problem, String remedy, Set<Origin> askedBy) {
        return Finding.inFile(Code.PATH_UNSAFE, added.path().display(), "the added path " + problem, remedy, askedBy);
    }
}
