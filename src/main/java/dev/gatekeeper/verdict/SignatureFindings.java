package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.approvals.GivenApproval;
import dev.gatekeeper.approvals.SignedApproval;
import dev.gatekeeper.approvals.Statement;
import dev.gatekeeper.approvals.TrustedKey;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.NearMiss;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.ClassifiedPath;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether each signature is one of this very content, by a key that a policy lists. */
final class SignatureFindings {

    private final Case judged;
    private final Approvals approvals;
    private final MergeFirst mergeFirst;
    private final Set<Origin> missing;

    SignatureFindings(Case judged, Approvals approvals) {
        this.judged = judged;
        this.approvals = approvals;
        this.mergeFirst = MergeFirst.beforeSigning(judged, approvals);
        this.missing = approvals.results().isEmpty() ? judged.policies().origins() : approvals.missedBy();
    }

    /** What is wrong with {@code signature} itself, whoever made it: one finding or none. */
    List<Finding> of(SignedApproval signature) {
        Optional<GivenApproval> given = approvals.givenBy(signature);
        Optional<TrustedKey> runOut = signature.signerOutsideValidity();
        if (given.isEmpty()) {
            return List.of(runOut.isPresent() ? outsideValidity(signature, runOut.get()) : forged(signature));
        }
        return given.get().stale() ? List.of(stale(signature)) : List.of();
    }

    private Finding forged(SignedApproval signature) {
        List<String> unknown = signature.isOfUnknownKey() ? judged.policies().unknownGroups() : List.of();
        if (!unknown.isEmpty()) {
            return Finding.inFile(
                    Code.APPROVALS_TOO_FEW,
                    signature.file(),
                    "the signature counts for nothing here: " + signature.problem() + Texts.unknown(unknown),
                    Texts.GIVE_ORG_POLICY,
                    missing);
        }
        return mergeFirst.or(
                removed(signature),
                Finding.inFile(
                        Code.APPROVAL_FORGED,
                        signature.file(),
                        "the signature counts for nothing: " + signature.problem(),
                        remedy(signature),
                        missing));
    }

    /** It was good, or will be: its signer forged nothing. */
    private Finding outsideValidity(SignedApproval signature, TrustedKey key) {
        return mergeFirst.or(Finding.inFile(
                Code.APPROVAL_STALE,
                signature.file(),
                "the signature of " + key.approver().name() + " doesn't count today: " + signature.problem(),
                byOther(signature.contractId()),
                missing));
    }

    /** How somebody signs though not with this key. */
    private String byOther(String contractId) {
        return new WhomToAsk(approvals)
                .signers()
                .map(names -> "Have it signed with a key that counts today (" + names + "): "
                        + NextStep.sign(judged, contractId))
                .orElse(Texts.LAND_A_KEY);
    }

    private Finding stale(SignedApproval signature) {
        if (!signature.signers().isEmpty()) {
            return mergeFirst.or(stale(
                    signature,
                    signature.signers().get(0),
                    mergeFirst.why() + ", and nobody has approved the merged content",
                    again(signature) + sign(signature)));
        }
        Optional<SignedInstead> instead = instead(signature);
        String problem = instead.map(SignedInstead::words).orElseGet(() -> changedSince(signature));
        Finding stale = stale(
                signature,
                signature.signerOfOther().orElseThrow(),
                mergeFirst.isNeeded() ? problem + "; and " + mergeFirst.why() : problem,
                instead.flatMap(one -> toAct(signature, one)).orElseGet(() -> toSignAgain(signature)));
        Optional<String> move = instead.filter(SignedInstead::isOfOtherContract).flatMap(one -> move(signature, one));
        return new Moves(judged)
                .or(
                        mergeFirst.isNeeded()
                                ? mergeFirst.or(stale)
                                : move.map(stale::byAuthor).orElse(stale));
    }

    private Finding stale(SignedApproval signature, TrustedKey key, String problem, String remedy) {
        return Finding.inFile(
                Code.APPROVAL_STALE,
                signature.file(),
                "the signature of " + key.approver().name() + " is for other content: " + problem,
                remedy,
                missing);
    }

    private Optional<SignedInstead> instead(SignedApproval signature) {
        Optional<Statement> now = judged.statements().stream()
                .filter(statement -> statement.contractId().equals(signature.contractId()))
                .findFirst();
        return signature.instead().flatMap(signed -> now.map(statement -> new SignedInstead(signed, statement)));
    }

    /** What whoever signed does, other than just to sign again. */
    private Optional<String> toAct(SignedApproval signature, SignedInstead instead) {
        if (instead.isSpoilt()) {
            return Optional.of("Sign the file itself, and no copy of its text: " + sign(signature));
        }
        return instead.isOfOtherContract() && signature.path().isEmpty()
                ? Optional.of("Check it as one of that contract: -Dgatekeeper.contract="
                        + instead.signed().statement().contractId())
                : Optional.empty();
    }

    /** The command that puts it among the approvals of the contract that it is of, where there is room for it. */
    private Optional<String> move(SignedApproval signature, SignedInstead instead) {
        return signature.path().flatMap(judged.change()::at).flatMap(lies -> {
            String path = lies.path().bytes();
            RawPath to = new RawPath(Layout.APPROVALS.bytes() + "/"
                    + instead.signed().statement().contractId() + path.substring(path.lastIndexOf('/')));
            return judged.change().at(to).isPresent()
                    ? Optional.empty()
                    : Optional.of("Move it and commit: " + Moves.move(new NearMiss(lies, Optional.of(to)), to));
        });
    }

    private String toSignAgain(SignedApproval signature) {
        boolean canSign = approvals
                .givenBy(signature)
                .filter(given -> approvals.canSign(given.approver()))
                .isPresent();
        return canSign ? again(signature) + sign(signature) : byOther(signature.contractId());
    }

    /** A new signature goes in the old one's place, whatever file its approver would have called it. */
    private static String again(SignedApproval signature) {
        return signature
                .path()
                .map(path -> "Replace " + path + " by a new signature: ")
                .orElse("Sign again: ");
    }

    private String remedy(SignedApproval signature) {
        String again = signature.isMalformed()
                ? "sign again: "
                : "have an approver of the policy sign (a new key of theirs lands on the target first): ";
        String removed = removed(signature);
        return (removed.isEmpty() ? Words.capitalized(again) : removed + again) + sign(signature);
    }

    /** A file that no change holds yet is anybody's to keep. */
    private static String removed(SignedApproval signature) {
        return signature
                .path()
                .map(path -> "Remove it (git rm " + Shell.quoteBytes(path.bytes()) + "), and ")
                .orElse("");
    }

    private String sign(SignedApproval signature) {
        return NextStep.sign(judged, signature.contractId());
    }

    /** What the commits after the one that brought the signature touched of what it covers. */
    private String changedSince(SignedApproval signature) {
        Set<String> touched = new LinkedHashSet<>();
        Optional<RawPath> file = signature.path();
        if (file.isPresent()) {
            RawPath contract = Layout.contract(signature.contractId());
            List<ClassifiedPath> red = judged.classification().at(Level.RED);
            // Newest first, see Case.commits.
            judged.commits().stream()
                    .takeWhile(commit -> !commit.touched().contains(file.get()))
                    .forEach(commit -> Stream.concat(
                                    Stream.of(contract),
                                    red.stream().map(path -> path.changed().path()))
                            .filter(commit.touched()::contains)
                            .forEach(path -> touched.add(path.display())));
        }
        return touched.isEmpty()
                ? "other RED contents, another contract, another target or another repository than this change has"
                : Words.list(touched) + " changed since";
    }
}
