package dev.gatekeeper.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What is to know of a verdict record.
 *
 * @param at when it was decided, see {@link DecidedAt}
 * @param repository what it calls the repository
 * @param change what CI calls the change
 * @param audit whether an audit has written it
 * @param enforced whether the verdict was binding
 * @param incomplete whether the contract was incomplete
 * @param escalated whether a human had to answer
 * @param answered whether nothing was left for a human to answer, or one has refused
 * @param trigger what it was about, where it is BLOCKED
 * @param reason why it is BLOCKED, where it is
 * @param reviewers who has approved, where anybody has
 */
record VerdictRecord(
        Verdict verdict,
        long at,
        @Nullable String repository,
        @Nullable String change,
        boolean audit,
        boolean simulation,
        boolean enforced,
        boolean incomplete,
        boolean escalated,
        boolean answered,
        @Nullable String trigger,
        @Nullable String reason,
        @Nullable String reviewers)
        implements Reading {

    /** What a run came to. */
    enum Verdict {
        PASSED,
        BLOCKED,
        UNDECIDED,
        SKIPPED
    }

    boolean isBlocked() {
        return verdict == Verdict.BLOCKED;
    }
}
