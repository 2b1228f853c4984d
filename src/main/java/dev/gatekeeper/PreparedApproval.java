package dev.gatekeeper;

import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.verdict.SigningTask;
import java.util.List;
import java.util.Map;

/**
 * What an approver has to know.
 *
 * @param task what there is to approve
 * @param contract the contract as it stands, its whole text
 * @param stats how much each RED entry of its statement alters
 * @param continued where what is taken out of RED paths goes on
 * @param inCheckout whether the run looks at a checkout of the change, in which what it brings could act
 */
public record PreparedApproval(
        SigningTask task,
        String contract,
        Map<RawPath, DiffStat> stats,
        List<ContinuedContent> continued,
        boolean inCheckout) {

    public PreparedApproval {
        stats = Map.copyOf(stats);
        continued = List.copyOf(continued);
    }
}
