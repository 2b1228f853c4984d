package dev.gatekeeper;

import dev.gatekeeper.approval.SignatureFile;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.git.GitRepository;
import dev.gatekeeper.verdict.CheckedSignature;
import dev.gatekeeper.verdict.Judge;
import dev.gatekeeper.verdict.SigningTask;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The door of the engine: composes the stages from a request to an outcome. */
public final class Gatekeeper {

    private Gatekeeper() {}

    /** Judges a change. Every failure, expected or not, is an {@link Outcome.Undecided}; none is a pass. */
    public static Outcome judge(Request request) {
        return Reading.of(
                request, read -> new Outcome.Decided(read.facts(), Judge.judge(read.submission())), why -> why);
    }

    /**
     * Collects what an approver of a change has to know, and the statement to sign.
     *
     * @param contract the id of the contract to approve; may be empty where the change has only one
     */
    public static ApprovalOutcome prepareApproval(Request request, Optional<String> contract) {
        return Reading.of(request, read -> prepared(read, contract), why -> why);
    }

    /**
     * Finds out what a signature file, which the change need not hold, proves about a change.
     *
     * @param contract as for {@link #prepareApproval}
     * @param file absolute
     */
    public static ApprovalOutcome checkApproval(Request request, Optional<String> contract, Path file) {
        return Reading.of(request, read -> checked(read, contract, file), why -> why);
    }

    private static ApprovalOutcome prepared(Reading.Whole read, Optional<String> contract) {
        SigningTask task = SigningTask.of(read.submission(), read.facts().repositoryName(), contract);
        return new ApprovalOutcome.Prepared(read.facts(), task, stats(read.repository(), task));
    }

    private static ApprovalOutcome checked(Reading.Whole read, Optional<String> contract, Path file) {
        SigningTask task = SigningTask.of(read.submission(), read.facts().repositoryName(), contract);
        CheckedSignature signature =
                CheckedSignature.of(read.submission(), task.statement(), file.toString(), SignatureFile.read(file));
        return new ApprovalOutcome.Checked(read.facts(), task, signature);
    }

    private static Map<RawPath, DiffStat> stats(GitRepository repository, SigningTask task) {
        Map<RawPath, DiffStat> stats = new LinkedHashMap<>();
        for (ChangedPath changed : task.statement().red()) {
            stats.put(changed.path(), repository.stat(changed));
        }
        return stats;
    }
}
