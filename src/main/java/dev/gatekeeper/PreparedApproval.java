package dev.gatekeeper;

import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.verdict.SigningTask;
import java.util.Map;

/**
 * What an approver has to know.
 *
 * @param task what there is to approve
 * @param stats how much each RED entry of its statement alters
 */
public record PreparedApproval(SigningTask task, Map<RawPath, DiffStat> stats) {

    public PreparedApproval {
        stats = Map.copyOf(stats);
    }
}
