package dev.gatekeeper.approvals;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.policy.Policies;
import java.time.LocalDate;
import java.util.List;

/**
 * What the approvals of a change are judged by, whichever of its paths and signatures are looked at.
 *
 * @param commits the change's commits, of which is told what {@link Approvals#scope} asks for
 * @param openers who opened the change, as CI knows it
 * @param mailmap the target's
 * @param today the day (UTC) that the validity of keys is held against
 */
public record ApprovalCase(
        Change change,
        List<Commit> commits,
        Policies policies,
        Contracts contracts,
        List<String> openers,
        Mailmap mailmap,
        LocalDate today) {

    public ApprovalCase {
        commits = List.copyOf(commits);
        openers = List.copyOf(openers);
    }
}
