package dev.gatekeeper.change;

import java.util.Optional;

/**
 * The two commits that a change lies between.
 *
 * @param targetRef the full ref by which the target was found; empty where it was given as a commit id
 * @param targetBranch the target branch's own full name, such as {@code refs/heads/main}, where it is known
 * @param target the target's tip, a full commit id
 * @param head the commit to judge, a full commit id
 */
public record Revisions(Optional<String> targetRef, Optional<String> targetBranch, String target, String head) {

    /** The target in the form that git commands take: its full ref, or else its commit id. */
    public String shownTarget() {
        return targetRef.orElse(target);
    }
}
