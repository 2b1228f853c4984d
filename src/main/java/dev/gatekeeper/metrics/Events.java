package dev.gatekeeper.metrics;

import java.util.Arrays;

/**
 * What was recorded of changes, in whatever order records are read: twelve bytes of each record, and which change it is of.
 *
 * <p>An event is a number: the time (see {@link DecidedAt}) and, below it, one bit for each thing that is so.
 */
final class Events {

    static final int INCOMPLETE = 1;
    static final int ESCALATED = 2;
    static final int ANSWERED = 4;
    static final int BLOCKED = 8;
    static final int AUDIT = 16;
    private static final int BITS = 5;

    private final NameTable changes = new NameTable();
    private long[] events = new long[1 << 8];
    private int[] owners = new int[1 << 8];
    private int size;

    NameTable changes() {
        return changes;
    }

    /** Adds what {@code record} says, and returns the number of the change. */
    int add(int repository, String change, VerdictRecord record) {
        int number = changes.number(repository, change);
        if (size == events.length) {
            events = Arrays.copyOf(events, size + (size >> 1));
            owners = Arrays.copyOf(owners, size + (size >> 1));
        }
        events[size] = record.at() << BITS
                | (record.incomplete() ? INCOMPLETE : 0)
                | (record.escalated() ? ESCALATED : 0)
                | (record.answered() ? ANSWERED : 0)
                | (record.isBlocked() ? BLOCKED : 0)
                | (record.audit() ? AUDIT : 0);
        owners[size++] = number;
        return number;
    }

    static long time(long event) {
        return event >> BITS;
    }

    static boolean is(long event, int bit) {
        return (event & bit) != 0;
    }

    /** Takes the events of one change, those of the earliest time first. */
    interface Use {

        void take(int change, long[] events);
    }

    /** Hands on the events of each change. */
    void each(Use use) {
        int[] ends = new int[changes.size() + 1];
        for (int at = 0; at < size; at++) {
            ends[owners[at] + 1]++;
        }
        for (int change = 0; change < changes.size(); change++) {
            ends[change + 1] += ends[change];
        }
        int[] next = ends.clone();
        long[] sorted = new long[size];
        for (int at = 0; at < size; at++) {
            sorted[next[owners[at]]++] = events[at];
        }
        for (int change = 0; change < changes.size(); change++) {
            long[] own = Arrays.copyOfRange(sorted, ends[change], ends[change + 1]);
            Arrays.sort(own);
            use.take(change, own);
        }
    }
}
