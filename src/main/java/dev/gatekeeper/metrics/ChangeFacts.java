package dev.gatekeeper.metrics;

import java.util.OptionalLong;

/**
 * What counts of a change.
 *
 * @param first the time of its first record
 * @param blockedIncomplete whether it was ever blocked for an incomplete contract
 * @param escalated whether it triggered escalation
 * @param open whether nobody has answered that yet
 * @param reviewTime from the escalation to the answer, in microseconds; none where there is no answer, or an audit found it only
 */
record ChangeFacts(long first, boolean blockedIncomplete, boolean escalated, boolean open, OptionalLong reviewTime) {

    /** @param events of the change, those of the earliest time first; at least one */
    static ChangeFacts of(long[] events) {
        boolean incomplete = false;
        boolean escalated = false;
        boolean waits = false;
        long asked = 0;
        OptionalLong reviewTime = OptionalLong.empty();
        for (long event : events) {
            incomplete |= Events.is(event, Events.INCOMPLETE);
            escalated |= Events.is(event, Events.ESCALATED);
            if (!waits && Events.is(event, Events.ESCALATED) && !Events.is(event, Events.AUDIT)) {
                waits = true;
                asked = Events.time(event);
            }
        }
        for (long event : events) {
            if (waits
                    && Events.is(event, Events.ANSWERED)
                    && !Events.is(event, Events.AUDIT)
                    && Events.time(event) >= asked) {
                waits = false;
                reviewTime = OptionalLong.of(Events.time(event) - asked);
            }
        }
        return new ChangeFacts(Events.time(events[0]), incomplete, escalated, waits, reviewTime);
    }
}
