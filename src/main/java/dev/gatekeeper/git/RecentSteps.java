package dev.gatekeeper.git;

import dev.gatekeeper.change.RecentChanges;
import dev.gatekeeper.change.RecentChanges.End;
import dev.gatekeeper.change.RecentChanges.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The way back from a branch's tip by first parents: what else a merge comes from entered the branch with it. */
final class RecentSteps {

    private RecentSteps() {}

    /** At most {@code most} steps back from {@code tip}. */
    static RecentChanges of(ObjectReader reader, ObjectId tip, int most) throws IOException {
        Set<ObjectId> shallow = reader.getShallowCommits();
        List<Step> steps = new ArrayList<>();
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            RevCommit commit = walk.parseCommit(tip);
            while (steps.size() < most) {
                if (shallow.contains(commit)) {
                    return new RecentChanges(steps, Optional.of(End.CUT_OFF));
                }
                if (commit.getParentCount() == 0) {
                    return new RecentChanges(steps, Optional.of(End.BEGINNING));
                }
                RevCommit parent = walk.parseCommit(commit.getParent(0));
                steps.add(new Step(parent.name(), commit.name()));
                commit = parent;
            }
        }
        return new RecentChanges(steps, Optional.empty());
    }
}
