package dev.gatekeeper.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The metrics of some changes.
 *
 * @param changes how many there are
 * @param blockedForIncompleteContract how many of them were blocked at least once for an incomplete contract
 * @param redEscalationCount how many triggered escalation
 * @param redReviewsOpen how many of those nobody has answered
 * @param medianRedReviewTimeHours from the escalation to the answer; none where none was answered
 */
public record Measure(
        int changes,
        int blockedForIncompleteContract,
        int redEscalationCount,
        int redReviewsOpen,
        OptionalDouble medianRedReviewTimeHours) {

    private static final double HOUR = 3_600.0 * DecidedAt.SECOND;

    /** The headline, from 0 to 1; none where there are no changes. */
    public OptionalDouble incompleteContractBlockRate() {
        return changes == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) blockedForIncompleteContract / changes);
    }

    /** Adds changes up, one by one. */
    static final class Sum {

        private int changes;
        private int blocked;
        private int escalated;
        private int open;
        private long[] times = new long[4];
        private int answered;

        void add(ChangeFacts change) {
            changes++;
            blocked += change.blockedIncomplete() ? 1 : 0;
            escalated += change.escalated() ? 1 : 0;
            open += change.open() ? 1 : 0;
            if (change.reviewTime().isPresent()) {
                if (answered == times.length) {
                    times = Arrays.copyOf(times, answered * 2);
                }
                times[answered++] = change.reviewTime().getAsLong();
            }
        }

        Measure measure() {
            return new Measure(changes, blocked, escalated, open, median());
        }

        private OptionalDouble median() {
            if (answered == 0) {
                return OptionalDouble.empty();
            }
            Arrays.sort(times, 0, answered);
            return OptionalDouble.of((times[(answered - 1) / 2] + times[answered / 2]) / 2.0 / HOUR);
        }
    }
}
