package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.policy.Policies;
import java.util.List;

/**
 * What the approvals of a change are judged by, whichever of its paths and signatures are looked at.
 *
 * @param openers who opened the change, as CI knows it
 * @param mailmap the target's
 */
public record ApprovalCase(
        Change change, Policies policies, Contracts contracts, List<String> openers, Mailmap mailmap) {

    public ApprovalCase {
        openers = List.copyOf(openers);
    }
}
