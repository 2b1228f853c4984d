package dev.gatekeeper.verdict;

import dev.gatekeeper.approval.SignedApproval;
import dev.gatekeeper.approval.TrustedKey;
import dev.gatekeeper.approval.Verification;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether each signature is one of this very content, by a key that a policy lists. */
final class SignatureFindings {

    private final Submission submission;
    private final Set<Origin> everyone;

    SignatureFindings(Submission submission) {
        this.submission = submission;
        this.everyone = submission.policies().origins();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (SignedApproval signature : submission.signatures()) {
            finding(signature).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> finding(SignedApproval signature) {
        if (!signature.signers().isEmpty()) {
            return submission
                    .redChangedByTarget()
                    .map(path -> stale(
                            signature,
                            signature.signers().get(0),
                            "the target has changed " + path + " since, and nobody has approved the merged content",
                            "Bring the target's change in and push: " + NextStep.merge(submission.revisions())
                                    + "; then sign what the next run asks for."));
        }
        Optional<TrustedKey> other = signature.signerOfOther();
        if (other.isPresent()) {
            return Optional.of(
                    stale(signature, other.get(), changedSince(signature), "Sign again: " + sign(signature)));
        }
        return Optional.of(Finding.inFile(
                Code.APPROVAL_FORGED,
                signature.file(),
                "the signature counts for nothing: " + signature.problem(),
                remedy(signature),
                everyone));
    }

    private Finding stale(SignedApproval signature, TrustedKey key, String problem, String remedy) {
        return Finding.inFile(
                Code.APPROVAL_STALE,
                signature.file(),
                "the signature of " + key.approver().name() + " is for other content: " + problem,
                remedy,
                everyone);
    }

    private String remedy(SignedApproval signature) {
        String again = "sign again: ";
        if (signature.is(Verification.NotValid.class)) {
            again = "sign with a key that is valid today (other dates for this one land on the target first): ";
        } else if (!signature.is(Verification.Malformed.class)) {
            again = "have an approver of the policy sign (a new key of theirs lands on the target first): ";
        }
        return "Remove it, and " + again + sign(signature);
    }

    private String sign(SignedApproval signature) {
        return NextStep.sign(submission, signature.contractId());
    }

    /** What the commits after the one that brought the signature touched of what it covers. */
    private String changedSince(SignedApproval signature) {
        RawPath file = RawPath.of(signature.file());
        Set<String> touched = new LinkedHashSet<>();
        if (submission.change().at(file).isPresent()) {
            RawPath contract = RawPath.of(Layout.CONTRACTS + "/" + signature.contractId() + ".yaml");
            List<ClassifiedPath> red = submission.classification().at(Level.RED);
            // Newest first, see Change.commits.
            submission.change().commits().stream()
                    .takeWhile(commit -> !commit.touched().contains(file))
                    .forEach(commit -> Stream.concat(
                                    Stream.of(contract),
                                    red.stream().map(path -> path.changed().path()))
                            .filter(commit.touched()::contains)
                            .forEach(path -> touched.add(path.display())));
        }
        return touched.isEmpty()
                ? "other RED contents, another contract, another target or another repository than this change has"
                : Texts.list(touched) + " changed since";
    }
}
