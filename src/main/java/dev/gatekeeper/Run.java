package dev.gatekeeper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A run of a goal, whatever it looks at.
 *
 * @param version the plugin's
 * @param trust what the run can be trusted with
 * @param now when it is decided
 * @param repositoryName the repository's name where the policy gives none
 * @param change how CI names the change
 * @param simulation whether the record is a rehearsal
 */
public record Run(
        String version,
        Trust trust,
        Instant now,
        Optional<String> repositoryName,
        Optional<String> change,
        boolean simulation) {

    /** The same run, as if it looked at a change that CI calls {@code of} at another time. */
    Run at(Instant time, String of) {
        return new Run(version, trust, time, repositoryName, Optional.of(of), simulation);
    }

    /** The day (UTC) that roll-out dates and the validity of keys are held against. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
