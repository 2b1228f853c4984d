package dev.gatekeeper.metrics;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A change that was blocked: what records know of it for the save log.
 *
 * @param day when it was first blocked (UTC)
 * @param change what CI calls it; nothing of a rehearsal that names none
 * @param trigger what it was about
 * @param reason why it was blocked
 * @param reviewers who has approved, and by which proof; empty where nobody has
 * @param fixed whether its last record isn't blocked any more
 */
public record SavedChange(
        LocalDate day,
        Optional<String> repository,
        String change,
        String trigger,
        String reason,
        String reviewers,
        boolean fixed) {}
