package dev.gatekeeper.maven;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.report.ApprovalReport;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.verdict.SignatureReview;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Says whether a signature file is good and whose; writes nothing. */
final class CheckSignatureRun extends GoalRun<SignatureReview> {

    private final Invocation invocation;
    private final Optional<String> contract;
    private final InputFile signature;

    CheckSignatureRun(Invocation invocation, Optional<String> contract, InputFile signature, Log log) {
        super(log);
        this.invocation = invocation;
        this.contract = contract;
        this.signature = signature;
    }

    @Override
    Outcome<SignatureReview> ask() {
        return invocation.outcome(request -> Gatekeeper.checkApproval(request, contract, signature));
    }

    @Override
    void write(Outcome<SignatureReview> outcome) {
        // Whoever checks a file has not approved yet.
    }

    @Override
    List<Line> lines(Facts facts, SignatureReview review, Optional<Path> record) {
        return ApprovalReport.lines(facts, review);
    }

    @Override
    boolean isGood(SignatureReview review) {
        return review.signer().isPresent();
    }

    @Override
    Optional<String> failure(SignatureReview review) {
        return isGood(review) ? Optional.empty() : Optional.of(ApprovalReport.failure(review));
    }
}
