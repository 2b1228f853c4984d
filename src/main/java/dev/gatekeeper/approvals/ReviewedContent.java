package dev.gatekeeper.approvals;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Contracts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a commit a review of it answers for: everything that somebody saw who looked at what it would bring to the target.
 *
 * @param red the RED entries of what it changes, in the order of their paths
 * @param contracts its contracts
 * @param changedByTarget those of the paths that the target has changed since it took the target in last
 */
public record ReviewedContent(List<ChangedPath> red, Contracts contracts, List<RawPath> changedByTarget) {

    public ReviewedContent {
        red = List.copyOf(red);
        changedByTarget = List.copyOf(changedByTarget);
    }

    /** What {@code head} has otherwise than this: RED paths, and contracts that one of the two lacks or that say something else. */
    List<String> differencesFrom(ReviewedContent head) {
        List<String> differences = new ArrayList<>(RedEntries.differing(red, head.red));
        Set<String> files = new LinkedHashSet<>(head.contracts.files());
        files.addAll(contracts.files());
        for (String file : files) {
            Optional<String> said = answers(contracts, file);
            if (said.isEmpty() || !said.equals(answers(head.contracts, file))) {
                differences.add(file);
            }
        }
        return differences;
    }

    /** What the contract at {@code file} says; empty where it isn't there, or can't be read. */
    private static Optional<String> answers(Contracts contracts, String file) {
        return contracts.readable().stream()
                .filter(contract -> contract.file().equals(file))
                .map(Contract::answers)
                .findFirst();
    }
}
