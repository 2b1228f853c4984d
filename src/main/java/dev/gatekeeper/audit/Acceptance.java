package dev.gatekeeper.audit;

import dev.gatekeeper.policy.ExactPaths;
import dev.gatekeeper.yaml.Mark;

/** What somebody has answered for since, though the gate would not have let it pass. */
public sealed interface Acceptance {

    /** Where it stands. */
    Mark mark();

    /**
     * A commit that somebody has looked at.
     *
     * @param commit its full id
     * @param who answers for it
     */
    record OfCommit(Mark mark, String commit, String reason, String who) implements Acceptance {}

    /**
     * What a release tool commits, over and over.
     *
     * @param subject of the commit, in which {@code *} stands for anything
     * @param committer the name, the email, or {@code Name <email>}
     * @param paths all that it may change
     */
    record OfTool(Mark mark, String subject, String committer, ExactPaths paths) implements Acceptance {}
}
