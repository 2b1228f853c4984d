package dev.gatekeeper.change;

import java.util.List;
import java.util.Optional;

/**
 * What entered a branch last, by its first parents.
 *
 * @param steps the changes, the newest first
 * @param end why there are fewer than were asked for; empty where there are as many
 */
public record RecentChanges(List<Step> steps, Optional<End> end) {

    /** Where a branch's history ends. */
    public enum End {
        /** At a commit without parents, which is no change of anything. */
        BEGINNING,
        /** In a shallow clone, before its beginning. */
        CUT_OFF
    }

    /**
     * What entered the branch at once, be it one commit or a merge of many.
     *
     * @param parent what the branch was before, a full commit id
     * @param commit what it was then, a full commit id
     */
    public record Step(String parent, String commit) {}

    public RecentChanges {
        steps = List.copyOf(steps);
    }
}
