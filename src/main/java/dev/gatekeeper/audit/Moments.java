package dev.gatekeeper.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When each step entered the branch, as far as dates can be believed: not before any of the states that it came after, and not after
 * today. A date that lies so makes a step younger or older than it is by no more than its neighbours leave open.
 */
public final class Moments {

    private final Instant now;
    private final Instant end;
    private Instant latest = Instant.MIN;

    /** @param now when the audit is run */
    public Moments(Instant now) {
        this.now = now;
        this.end = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** Takes the next commit's date into account, the oldest commit first. */
    public void pass(Instant committed) {
        if (committed.isBefore(end) && committed.isAfter(latest)) {
            latest = committed;
        }
    }

    /** The moment of the latest commit; now where no date can be true. */
    public Instant reached() {
        return latest.equals(Instant.MIN) || latest.isAfter(now) ? now : latest;
    }
}
