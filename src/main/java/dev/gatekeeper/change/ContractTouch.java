package dev.gatekeeper.change;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a commit does to contracts, each by its id. What it deletes, and what it changes in the ends of lines alone, is none of it.
 *
 * @param added those that it adds
 * @param continued those that it alters, and those of which it adds or alters an approval
 */
public record ContractTouch(Set<String> added, Set<String> continued) {

    public static final ContractTouch NOTHING = new ContractTouch(Set.of(), Set.of());

    public ContractTouch {
        added = Set.copyOf(added);
        continued = Set.copyOf(continued);
    }

    /**
     * Of the changed paths of a commit.
     *
     * @param base the commit's first parent
     * @param head the commit
     */
    public static ContractTouch of(List<ChangedPath> paths, Snapshot base, Snapshot head) {
        Set<String> added = new HashSet<>();
        Set<String> continued = new HashSet<>();
        for (ChangedPath changed : paths) {
            Optional<String> contract = Layout.contractId(changed.path());
            Optional<String> approved = Layout.approvedId(changed.path());
            boolean isLeft = !changed.after().isAbsent() && !LineEnds.alone(changed, base, head);
            if (isLeft && contract.isPresent()) {
                (changed.status() == Status.ADDED ? added : continued).add(contract.get());
            } else if (isLeft && approved.isPresent()) {
                continued.add(approved.get());
            }
        }
        return new ContractTouch(added, continued);
    }
}
