package dev.gatekeeper.metrics;

import java.util.List;

/**
 * What a folder of records comes to.
 *
 * @param records how many there are, damaged ones included
 * @param saved the changes that were blocked, the earliest first
 * @param rehearsed the rehearsals that were
 * @param damaged the first of what can't be read, by place
 */
public record RecordSummary(
        long records, Metrics metrics, List<SavedChange> saved, List<SavedChange> rehearsed, List<Damage> damaged) {

    /** How many can't be read. */
    public long unreadable() {
        return metrics.leftOut().getOrDefault(LeftOut.UNREADABLE, 0L);
    }
}
