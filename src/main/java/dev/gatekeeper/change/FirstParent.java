package dev.gatekeeper.change;

import java.time.Instant;

/**
 * A commit that a branch's tip leads to by first parents: one of the states that the branch has had.
 *
 * @param id its full id
 * @param parent its first parent's full id
 * @param merge whether it has further parents
 * @param committed when it says that it was committed, which is free text; {@link Instant#EPOCH} where it doesn't say
 * @param subject the first paragraph of its message, in one line
 * @param committer who it says has committed it
 */
public record FirstParent(
        String id, String parent, boolean merge, Instant committed, String subject, Person committer) {}
