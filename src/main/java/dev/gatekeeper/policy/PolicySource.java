package dev.gatekeeper.policy;

import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the policies in force. None of them comes from the change that they judge. */
public final class PolicySource {

    private static final int MOST_NAMED = 5;
    private static final String LAND =
            "An administrator lands a valid " + Layout.POLICY + " on the target; until then no change can be judged.";

    private PolicySource() {}

    /**
     * The policies in force for a change into {@code target}.
     *
     * @param target the target's tip
     * @param targetName the target as a message names it
     * @param orgPolicy the organisation's policy, which judges beside the target's, or beside the built-in one unless it declines that
     * @throws CannotDecideException when either can't be read or is invalid
     */
    public static Policies inForce(Snapshot target, String targetName, Optional<InputFile> orgPolicy) {
        return inForce(target, targetName, new PolicyFiles(orgPolicy, Strictness.TODAY));
    }

    /** As {@link #inForce(Snapshot, String, Optional)}, by what was read before where it was. */
    public static Policies inForce(Snapshot target, String targetName, PolicyFiles files) {
        // The organisation's first: whoever runs the pipeline mends it, before anybody is asked to mend the target's.
        Optional<Policy> organisation = files.organisation();
        List<Policy> inForce = new ArrayList<>();
        Optional<Policy> repository = ofRepository(target, targetName, files);
        if (repository.isPresent()) {
            inForce.add(repository.get());
        }
        if (organisation.isPresent()) {
            inForce.add(organisation.get());
        }
        return new Policies(inForce);
    }

    /**
     * The policy that judges for a change into {@code target}, but for the organisation's: the target's own or the built-in one; none where
     * there is no own and the organisation declines the built-in one.
     *
     * @throws CannotDecideException when the target's can't be read or is invalid
     */
    public static Optional<Policy> ofRepository(Snapshot target, String targetName, PolicyFiles files) {
        Optional<Policy> own = ofTarget(target, targetName, files);
        boolean builtIn =
                files.organisation().isEmpty() || files.organisation().get().builtIn();
        return own.isPresent() || !builtIn ? own : Optional.of(files.builtIn());
    }

    /** What lies in {@code snapshot}, which has no policy, and is nearly one. */
    public static Optional<RawPath> near(Snapshot snapshot) {
        List<RawPath> near = NearPolicies.in(snapshot);
        return near.isEmpty() ? Optional.empty() : Optional.of(near.get(0));
    }

    /**
     * Reads a policy that judges nothing yet.
     *
     * @param blob git's id of the file's content
     * @param today the day of the run (UTC), on which somebody has to be able to satisfy each of its rules
     * @param organisation the organisation's policy, whose groups it may name
     */
    public static PolicyReading candidate(
            FileContent content, String blob, LocalDate today, Optional<Policy> organisation) {
        if (content.bytes().isEmpty()) {
            return new PolicyReading.Invalid(List.of(Problem.ofFile("the policy " + content.problem())));
        }
        PolicyReading reading = PolicyReader.read(content.bytes().get(), Origin.TARGET, blob, organisation);
        if (reading instanceof PolicyReading.Valid valid) {
            List<Problem> withoutKey = PolicyAfterMerge.withoutKey(valid.policy(), today);
            return withoutKey.isEmpty() ? reading : new PolicyReading.Invalid(withoutKey);
        }
        return reading;
    }

    /**
     * Refuses to judge by a weaker policy where the target has lost its own.
     *
     * @param policies those in force
     * @param base the merge base, which the target comes from
     * @param targetName the target as a message names it
     * @throws CannotDecideException when the merge base holds a policy and the target none
     */
    public static void refuseLoss(Policies policies, Snapshot base, String targetName) {
        if (policies.from(Origin.TARGET).isEmpty() && !base.entry(Layout.POLICY).isAbsent()) {
            throw new CannotDecideException(
                    UndecidedCode.TARGET_POLICY_MISSING,
                    "the target " + targetName + " has lost " + Layout.POLICY
                            + ", which its merge base with head holds",
                    "An administrator lands it again, or takes the check off where Gatekeeper has left for good.");
        }
    }

    /**
     * The organisation's policy.
     *
     * @throws CannotDecideException when the file can't be read or is invalid
     */
    static Policy organisation(InputFile file) {
        FileContent content = file.read(StrictYaml.MAX_BYTES);
        if (content.bytes().isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.FILE_UNREADABLE,
                    file.name() + " " + content.problemOfNamed() + ", and gatekeeper.orgPolicy names it",
                    "Give the organisation's policy, a readable file of at most " + StrictYaml.MAX_BYTES / 1024
                            + " KiB: -Dgatekeeper.orgPolicy=FILE");
        }
        byte[] bytes = content.bytes().get();
        return valid(
                PolicyReader.read(bytes, Origin.ORGANISATION, Digests.sha256(bytes)),
                UndecidedCode.ORG_POLICY_INVALID,
                "the organisation's policy " + file.name(),
                "Mend it: whoever runs the pipeline gives the file by gatekeeper.orgPolicy.");
    }

    private static Optional<Policy> ofTarget(Snapshot target, String targetName, PolicyFiles files) {
        String name = Layout.POLICY + " of the target " + targetName;
        Entry entry = target.entry(Layout.POLICY);
        if (entry.isAbsent()) {
            List<RawPath> near = NearPolicies.in(target);
            if (near.isEmpty()) {
                return Optional.empty();
            }
            throw new CannotDecideException(
                    UndecidedCode.TARGET_POLICY_MISSING,
                    name + " is missing, though the target has " + near.get(0) + ", which is nearly one",
                    LAND);
        }
        FileContent content = target.content(entry, StrictYaml.MAX_BYTES);
        if (content.bytes().isEmpty()) {
            throw new CannotDecideException(UndecidedCode.TARGET_POLICY_INVALID, name + " " + content.problem(), LAND);
        }
        return Optional.of(valid(
                files.ofTarget(content.bytes().get(), entry.id()), UndecidedCode.TARGET_POLICY_INVALID, name, LAND));
    }

    private static Policy valid(PolicyReading reading, UndecidedCode code, String name, String remedy) {
        if (reading instanceof PolicyReading.Valid valid) {
            return valid.policy();
        }
        List<Problem> problems = ((PolicyReading.Invalid) reading).problems();
        String named = problems.stream()
                .limit(MOST_NAMED)
                .map(problem -> problem.mark().map(mark -> mark + "  ").orElse("") + problem.text())
                .collect(Collectors.joining("; "));
        int rest = Math.max(0, problems.size() - MOST_NAMED);
        throw new CannotDecideException(
                code, name + " can't be used: " + named + (rest == 0 ? "" : ";" + Words.andMore(rest)), remedy);
    }
}
