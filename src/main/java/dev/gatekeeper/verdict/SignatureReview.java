package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.FileKind;
import dev.gatekeeper.approvals.SignatureFile;
import dev.gatekeeper.approvals.Signatures;
import dev.gatekeeper.approvals.SignedApproval;
import dev.gatekeeper.approvals.TrustedKey;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.util.List;
import java.util.Optional;

/**
 * A signature file held against a change that need not hold it.
 *
 * @param task what there is to approve
 * @param signature what the file proves
 * @param findings what the judge would say against it if the change held it; that more people have to sign is nothing against it
 */
public record SignatureReview(SigningTask task, SignedApproval signature, List<Finding> findings) {

    public SignatureReview {
        findings = List.copyOf(findings);
    }

    /**
     * Checks a file.
     *
     * @param verifier finds out what it proves
     * @throws CannotDecideException when it is no file or can't be read
     */
    public static SignatureReview of(Case judged, SigningTask task, Signatures verifier, InputFile input) {
        FileContent content = input.read(SignatureFile.MAX_BYTES);
        if (content.flaw().isPresent() && content.flaw().get() != FileContent.Flaw.TOO_LARGE) {
            throw new CannotDecideException(
                    UndecidedCode.FILE_UNREADABLE,
                    input.name() + " " + content.problemOfNamed() + ", and gatekeeper.check names it",
                    "Name the file that ssh-keygen wrote, such as target/gatekeeper/jane-smith.sig: -Dgatekeeper.check=FILE");
        }
        SignatureFile file = new SignatureFile(
                input.name(), Optional.empty(), task.contract().id(), content);
        SignedApproval signature = verifier.verify(file, task.statement());
        return new SignatureReview(task, signature, findings(judged, file, signature));
    }

    private static List<Finding> findings(Case judged, SignatureFile file, SignedApproval signature) {
        FileKind kind = file.kind();
        if (kind == FileKind.SIGNATURE) {
            return new ApprovalFindings(judged, judged.approvals().with(signature)).about(signature);
        }
        return List.of(Finding.inFile(
                Code.APPROVAL_FORGED,
                file.name(),
                "this " + kind.words() + (kind == FileKind.PRIVATE_KEY ? ": keep it, send it to nobody" : ""),
                "The signature is the file that ends in .sig; check that one: -Dgatekeeper.check=FILE.sig",
                judged.policies().origins()));
    }

    /** The key of the signer, when the signature is good and nothing stands against it. */
    public Optional<TrustedKey> signer() {
        return findings.isEmpty() ? signature.signers().stream().findFirst() : Optional.empty();
    }
}
