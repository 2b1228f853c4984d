package dev.gatekeeper;

import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.verdict.CheckedSignature;
import dev.gatekeeper.verdict.SigningTask;
import java.util.Map;

/** What came of preparing or checking an approval. */
public sealed interface ApprovalOutcome permits ApprovalOutcome.Prepared, ApprovalOutcome.Checked, Outcome.Undecided {

    Facts facts();

    /**
     * There is something to approve.
     *
     * @param stats how much each RED entry of the statement alters
     */
    record Prepared(Facts facts, SigningTask task, Map<RawPath, DiffStat> stats) implements ApprovalOutcome {

        public Prepared {
            stats = Map.copyOf(stats);
        }
    }

    /** A signature file was held against what there is to approve. */
    record Checked(Facts facts, SigningTask task, CheckedSignature signature) implements ApprovalOutcome {}
}
