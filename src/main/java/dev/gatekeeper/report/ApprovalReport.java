package dev.gatekeeper.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.Facts;
import dev.gatekeeper.PreparedApproval;
import dev.gatekeeper.Trust;
import dev.gatekeeper.approvals.TrustedKey;
import dev.gatekeeper.report.Line.Severity;
import dev.gatekeeper.verdict.MendedBy;
import dev.gatekeeper.verdict.SignatureReview;
import dev.gatekeeper.verdict.SigningTask;
import java.util.ArrayList;
import java.util.List;

/** What a run prints for an approver. */
public final class ApprovalReport {

    private final List<Line> lines = new ArrayList<>();

    private ApprovalReport() {}

    /**
     * The lines of what was prepared: what makes a signature vain, what is approved, who may, the statement and the command that signs it.
     *
     * @param statementFile where the statement lies, as a command at the root of the work tree names it
     */
    public static List<Line> lines(Facts facts, PreparedApproval prepared, String statementFile) {
        ApprovalReport report = new ApprovalReport();
        report.position(facts);
        ApproverNotes.first(facts, prepared).forEach(report::warn);
        report.approved(prepared.task());
        ApprovedContent.of(facts, prepared, statementFile).forEach(report::info);
        ApproverNotes.who(prepared.task()).forEach(report::info);
        report.statement(prepared.task(), statementFile);
        report.command(prepared.task(), statementFile);
        report.trust(facts);
        return List.copyOf(report.lines);
    }

    /** The lines of a signature file that was checked. */
    public static List<Line> lines(Facts facts, SignatureReview review) {
        ApprovalReport report = new ApprovalReport();
        report.position(facts);
        review.findings().forEach(finding -> {
            report.error(Escape.path(finding.file()) + "  " + Escape.line(finding.problem()));
            report.error("    " + (finding.mendedBy() == MendedBy.AUTHOR ? "The author: " : "")
                    + Escape.line(finding.remedy()));
        });
        review.signer().ifPresent(key -> report.good(review, key));
        report.trust(facts);
        return List.copyOf(report.lines);
    }

    /** The message by which a build with a signature that is not good fails: one line. */
    public static String failure(SignatureReview review) {
        return "Gatekeeper: " + Escape.path(review.signature().file())
                + " does not approve the contract '"
                + review.task().contract().id() + "'";
    }

    private void position(Facts facts) {
        CommitsLine.of(facts).forEach(this::info);
        CommitsLine.doubt(facts).ifPresent(doubt -> warn(Escape.line(doubt)));
    }

    private void approved(SigningTask task) {
        info("To be approved: that the change of contract '%s' enters %s of %s"
                .formatted(
                        task.contract().id(),
                        Escape.line(task.statement().target()),
                        Escape.line(task.statement().repository())));
    }

    private void statement(SigningTask task, String statementFile) {
        info("The statement, in " + Escape.path(statementFile) + ":");
        List<String> all = new String(task.statement().bytes(), UTF_8).lines().toList();
        Capped<String> capped = Capped.of(all);
        capped.shown().forEach(line -> info("    " + Escape.line(line)));
        if (!capped.left().isEmpty()) {
            info("    " + capped.left().size() + " more lines; the file holds them all.");
        }
        if (capped.shown().stream().anyMatch(line -> !Escape.line(line).equals(line))) {
            warn("A line above is shown with escapes; the file holds it as it is, and the file is what is signed.");
        }
    }

    private void command(SigningTask task, String statementFile) {
        info("To approve, run this here; nothing of the change has to be checked out:");
        info("    " + Escape.line(SigningCommands.sign(task, statementFile)));
        info("Then send %s to the author, who commits it on the branch of the change as %s"
                .formatted(
                        Escape.path(SigningCommands.signatureFile(task, statementFile)), SigningCommands.place(task)));
        if (SigningCommands.approver(task).equals(SigningCommands.ANYBODY)) {
            info("Write your own name for '" + SigningCommands.ANYBODY + "', in the letters a-z, 0-9 and '-'.");
        }
        info("With another key, name its file after -f; for a key in an agent, its '.pub' file.");
        info("The signature proves that whoever holds your key approved this contract and these RED contents for this"
                + " target, and nothing else. It counts until one of them changes, here or on the target.");
    }

    private void good(SignatureReview review, TrustedKey key) {
        String id = review.task().contract().id();
        info("%s is a good signature of contract '%s' by %s (%s)"
                .formatted(
                        Escape.path(review.signature().file()),
                        id,
                        Escape.line(key.approver().name()),
                        key.fingerprint()));
        info("It counts once it is committed on the branch of the change as .gatekeeper/approvals/%s/<name>.sig"
                .formatted(id));
        if (!review.task().approvals().askForSignature()) {
            warn(ApproverNotes.notAsked(review.task().approvals()));
        }
    }

    private void trust(Facts facts) {
        Trust trust = facts.run().trust();
        info("This run is %s: %s".formatted(trust.word(), Escape.line(trust.reason())));
    }

    private void info(String text) {
        lines.add(new Line(Severity.INFO, text));
    }

    private void warn(String text) {
        lines.add(new Line(Severity.WARNING, text));
    }

    private void error(String text) {
        lines.add(new Line(Severity.ERROR, text));
    }
}
