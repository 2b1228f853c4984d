package dev.gatekeeper.git;

import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A head that a forge is said to have made by squashing: one commit for each change, put onto the target's tip. A branch as somebody pushed
 * it can look so too; that it doesn't is all that can be seen.
 */
final class SquashedHead {

    private final ObjectReader reader;
    private final Revisions revisions;

    SquashedHead(ObjectReader reader, Revisions revisions) {
        this.reader = reader;
        this.revisions = revisions;
    }

    void check() throws IOException {
        ObjectId target = ObjectId.fromString(revisions.target());
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            RevCommit commit = walk.parseCommit(ObjectId.fromString(revisions.head()));
            while (!commit.equals(target)) {
                if (commit.getParentCount() != 1) {
                    throw notSquashed(commit);
                }
                commit = walk.parseCommit(commit.getParent(0));
            }
        }
    }

    private CannotDecideException notSquashed(RevCommit commit) {
        String what = commit.getParentCount() == 0
                ? "head " + revisions.head() + " doesn't follow the target's tip " + revisions.target()
                : "commit " + commit.name() + " has " + commit.getParentCount() + " parents";
        return new CannotDecideException(
                UndecidedCode.PARAMETER_CONFLICT,
                "gatekeeper.squashed is 'true', but " + what
                        + "; a forge that squashes puts commits of one parent each onto the target's tip.",
                "Leave gatekeeper.squashed out where head is a branch or a merge, and give for the target the commit that the forge"
                        + " has squashed onto.");
    }
}
