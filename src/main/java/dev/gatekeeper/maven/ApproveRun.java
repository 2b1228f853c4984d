package dev.gatekeeper.maven;

import dev.gatekeeper.ApprovalOutcome;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Request;
import dev.gatekeeper.report.ApprovalReport;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.report.StatementWriter;
import dev.gatekeeper.text.CannotDecideException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * The run of a goal for an approver.
 *
 * @param folder the folder Maven was started for
 */
record ApproveRun(Invocation asked, Path folder, Log log) {

    /** What came of preparing the approval of {@code contract}, or of checking the signature file {@code check}. */
    ApprovalOutcome outcome(Optional<String> contract, Optional<Path> check) {
        Request request = asked.request();
        if (asked.complaint().isPresent()) {
            return asked.complaint().get().about(request);
        }
        return check.map(file -> Gatekeeper.checkApproval(request, contract, file))
                .orElseGet(() -> Gatekeeper.prepareApproval(request, contract));
    }

    /** Prints {@code outcome}, writes its statement, and ends the build as it says. */
    void end(ApprovalOutcome outcome) throws MojoExecutionException, MojoFailureException {
        if (outcome instanceof ApprovalOutcome.Prepared prepared) {
            end(prepared);
        } else if (outcome instanceof ApprovalOutcome.Checked checked) {
            print(ApprovalReport.lines(checked));
            if (checked.signature().signer().isEmpty()) {
                throw new MojoFailureException(ApprovalReport.failure(checked));
            }
        } else if (outcome instanceof Outcome.Undecided undecided) {
            end(undecided);
        }
    }

    private void end(ApprovalOutcome.Prepared prepared) throws MojoExecutionException, MojoFailureException {
        try {
            Path file = StatementWriter.write(
                    folder.resolve("target/gatekeeper"),
                    asked.untrusted(),
                    prepared.task().statement());
            boolean atRoot = folder.equals(asked.request().repository());
            print(ApprovalReport.lines(prepared, atRoot ? portable(folder.relativize(file)) : file.toString()));
        } catch (CannotDecideException e) {
            end(new Outcome.Undecided(prepared.facts(), e.problem(), e.remedy()));
        }
    }

    private void end(Outcome.Undecided undecided) throws MojoExecutionException, MojoFailureException {
        print(ApprovalReport.lines(undecided));
        Failure.unlessLetThrough(undecided);
    }

    private static String portable(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    private void print(List<Line> lines) {
        lines.forEach(line -> VerifyRun.print(log, line));
    }
}
