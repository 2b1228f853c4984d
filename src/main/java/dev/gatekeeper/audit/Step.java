package dev.gatekeeper.audit;

import dev.gatekeeper.change.FirstParent;
import java.util.List;

/**
 * What entered a branch as one change, as far as git tells: a merge, a commit, or commits in a row that may be one change or several.
 *
 * @param commits the oldest first, each the first parent of the next
 */
public record Step(List<FirstParent> commits) {

    public Step {
        commits = List.copyOf(commits);
        if (commits.isEmpty()) {
            throw new IllegalArgumentException("a step has a commit or more");
        }
    }

    /** What the branch was before it, a full commit id. */
    public String base() {
        return commits.get(0).parent();
    }

    /** What the branch was after it. */
    public FirstParent head() {
        return commits.get(commits.size() - 1);
    }

    /** Whether it has several commits, of which git doesn't say that they came together. */
    public boolean isJoined() {
        return commits.size() > 1;
    }

    public boolean isMerge() {
        return head().merge();
    }
}
