package dev.gatekeeper;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.RecentChanges;
import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.lint.PolicyLint;
import dev.gatekeeper.lint.PolicyTests;
import dev.gatekeeper.lint.Replay;
import dev.gatekeeper.policy.Classifier;
import dev.gatekeeper.policy.DefaultPolicy;
import dev.gatekeeper.policy.Policies;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.PolicyFiles;
import dev.gatekeeper.policy.PolicyReading;
import dev.gatekeeper.policy.PolicySource;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import java.util.List;
import java.util.Optional;

/** The look at a policy that judges nothing yet: by itself, beside the target's, and by what it would have made of the target's history. */
final class PolicyCheck {

    private final Request request;
    private final GitRepository repository;
    private final Revisions revisions;
    private final PolicyFiles policyFiles;

    PolicyCheck(Request request, GitRepository repository, Revisions revisions) {
        this.request = request;
        this.repository = repository;
        this.revisions = revisions;
        this.policyFiles = new PolicyFiles(request.orgPolicy(), Strictness.TODAY);
        // One that can't be read is for whoever runs this to mend first.
        policyFiles.organisation();
    }

    /**
     * Looks at the policy that {@code named} is, or else at that of {@code files}, which has the tests too.
     *
     * @param changes how many of the target's last changes to replay
     */
    CheckedPolicy check(Snapshot files, Optional<InputFile> named, int changes, Progress progress) {
        String name = named.isPresent() ? named.get().name() : Layout.POLICY.display();
        Entry entry = files.entry(Layout.POLICY);
        if (named.isEmpty() && entry.isAbsent()) {
            Optional<RawPath> near = PolicySource.near(files);
            return near.isPresent()
                    ? invalid(
                            name,
                            List.of(Problem.ofFile(
                                    "the policy is missing, though " + near.get() + " is there, which is nearly one")))
                    : check(name, DefaultPolicy.get(), Optional.empty(), files, changes, progress);
        }
        FileContent content =
                named.isPresent() ? named.get().read(StrictYaml.MAX_BYTES) : files.content(entry, StrictYaml.MAX_BYTES);
        String blob = content.bytes().map(Digests::blobId).orElse("");
        PolicyReading reading =
                PolicySource.candidate(content, blob, request.run().today(), policyFiles.organisation());
        return check(name, reading, content.bytes(), files, changes, progress);
    }

    private CheckedPolicy check(
            String name, PolicyReading reading, Optional<byte[]> text, Snapshot files, int changes, Progress progress) {
        return reading instanceof PolicyReading.Valid valid
                ? check(name, valid.policy(), text, files, changes, progress)
                : invalid(name, ((PolicyReading.Invalid) reading).problems());
    }

    private static CheckedPolicy invalid(String name, List<Problem> problems) {
        return new CheckedPolicy(name, true, problems, Optional.empty(), "", PolicyTests.none(), Optional.empty());
    }

    private CheckedPolicy check(
            String name, Policy policy, Optional<byte[]> text, Snapshot files, int changes, Progress progress) {
        Entry tests = files.entry(Layout.POLICY_TEST);
        Optional<Policy> before = Optional.empty();
        String beforeName;
        try {
            before = PolicySource.ofRepository(
                    repository.snapshot(revisions.target()), revisions.shownTarget(), policyFiles);
            beforeName = before.isPresent() ? name(before.get()) : "the target has no policy";
        } catch (CannotDecideException e) {
            // Whoever mends the target's policy checks the new one against one that can't be read.
            beforeName = e.problem();
        }
        return new CheckedPolicy(
                name,
                text.isPresent(),
                List.of(),
                Optional.of(PolicyLint.of(
                        policy,
                        text,
                        repository.files(revisions.head()),
                        before,
                        request.run().today())),
                beforeName,
                tests.isAbsent()
                        ? PolicyTests.none()
                        : PolicyTests.of(files.content(tests, StrictYaml.MAX_BYTES), policy),
                changes == 0 ? Optional.empty() : Optional.of(replay(policy, changes, progress)));
    }

    private static String name(Policy before) {
        return switch (before.origin()) {
            case TARGET -> "the target's policy";
            case BUILT_IN -> "the built-in policy, since the target has none";
            case ORGANISATION -> "the organisation's policy";
        };
    }

    /** Each change as {@code verify} would have seen it, with its first parent as the target. */
    private Replay replay(Policy policy, int changes, Progress progress) {
        Classifier classifier = new Classifier(new Policies(List.of(policy)));
        RecentChanges recent = repository.recentChanges(revisions.target(), changes);
        Replay.Tape tape = new Replay.Tape();
        int done = 0;
        for (RecentChanges.Step step : recent.steps()) {
            try {
                Change change = repository.change(step);
                Snapshot before = repository.snapshot(step.parent());
                OwnFiles own = OwnFiles.of(change, new Trees(before, before, repository.snapshot(step.commit())));
                tape.add(classifier.classify(change, own));
            } catch (CannotDecideException e) {
                tape.add(step, e);
            }
            progress.at(++done, recent.steps().size());
        }
        return tape.replay(changes, recent.end());
    }
}
