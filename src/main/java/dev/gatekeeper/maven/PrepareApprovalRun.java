package dev.gatekeeper.maven;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.PreparedApproval;
import dev.gatekeeper.report.ApprovalReport;
import dev.gatekeeper.report.Line;
import dev.gatekeeper.report.StatementWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Shows an approver what they sign, and writes the statement. */
final class PrepareApprovalRun extends GoalRun<PreparedApproval> {

    private final Invocation invocation;
    private final Optional<String> contract;
    private final Path folder;

    /** @param folder the folder Maven was started for */
    PrepareApprovalRun(Invocation invocation, Optional<String> contract, Path folder, Log log) {
        super(log);
        this.invocation = invocation;
        this.contract = contract;
        this.folder = folder;
    }

    @Override
    Outcome<PreparedApproval> ask() {
        return invocation.outcome(request -> Gatekeeper.prepareApproval(request, contract));
    }

    @Override
    void write(Outcome<PreparedApproval> outcome) {
        if (outcome instanceof Outcome.Reached<PreparedApproval> reached) {
            StatementWriter.write(
                    output(folder),
                    invocation.untrusted(),
                    reached.result().task().statement());
        }
    }

    @Override
    List<Line> lines(Facts facts, PreparedApproval prepared, Optional<Path> record) {
        Path file = StatementWriter.fileIn(output(folder), prepared.task().statement());
        boolean atRoot = folder.equals(invocation.request().repository());
        return ApprovalReport.lines(facts, prepared, atRoot ? portable(folder.relativize(file)) : file.toString());
    }

    @Override
    boolean isGood(PreparedApproval prepared) {
        return true;
    }

    @Override
    Optional<String> failure(PreparedApproval prepared) {
        return Optional.empty();
    }

    /** Where the statement is written, and the signature by the command that is printed. */
    static Path output(Path folder) {
        return folder.resolve("target/gatekeeper");
    }

    private static String portable(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
