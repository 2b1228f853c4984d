package dev.gatekeeper;

import dev.gatekeeper.change.OwnFiles;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.verdict.Demands;
import java.util.List;
import java.util.Set;

/**
 * What changed paths are, and what they have to be answered by. No verdict.
 *
 * @param classification the level of each path
 * @param ownFiles which of them are contracts and approvals
 * @param contracts the contracts that the change has, their paths
 * @param demands what is asked for
 * @param uncommitted those of the paths that head holds otherwise
 * @param unread what of the work tree could not be read, each a sentence without its end; as it is, to be escaped
 * @param named whether the paths are those that were asked about, and not the change's
 */
public record Explanation(
        Classification classification,
        OwnFiles ownFiles,
        List<String> contracts,
        Demands demands,
        Set<RawPath> uncommitted,
        List<String> unread,
        boolean named) {

    public Explanation {
        contracts = List.copyOf(contracts);
        uncommitted = Set.copyOf(uncommitted);
        unread = List.copyOf(unread);
    }
}
