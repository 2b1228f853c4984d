package dev.gatekeeper.verdict;

import dev.gatekeeper.approval.Signatures;
import dev.gatekeeper.approval.SignedApproval;
import dev.gatekeeper.approval.Statement;
import dev.gatekeeper.approval.TrustedKey;
import java.util.List;
import java.util.Optional;

/**
 * A signature file held against a change that need not hold it.
 *
 * @param signature what it proves
 * @param findings what the judge would say against it if the change held it; that more people have to sign is nothing against it
 */
public record CheckedSignature(SignedApproval signature, List<Finding> findings) {

    public CheckedSignature {
        findings = List.copyOf(findings);
    }

    /**
     * Checks a file.
     *
     * @param file its name, as no path of a repository is written
     * @param bytes its content; empty when it is too large
     */
    public static CheckedSignature of(Submission submission, Statement statement, String file, Optional<byte[]> bytes) {
        SignedApproval signature =
                new Signatures(submission.policies(), submission.today()).verify(file, bytes, statement);
        List<Finding> findings = Judge.judge(submission.with(signature)).findings().stream()
                .filter(finding -> finding.file().equals(file) && finding.code() != Code.APPROVALS_TOO_FEW)
                .toList();
        return new CheckedSignature(signature, findings);
    }

    /** The key of the signer, when the signature is good and nothing stands against it. */
    public Optional<TrustedKey> signer() {
        return findings.isEmpty() ? signature.signers().stream().findFirst() : Optional.empty();
    }
}
