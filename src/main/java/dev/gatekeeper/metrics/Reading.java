package dev.gatekeeper.metrics;

/** What comes of reading one JSON value. */
sealed interface Reading permits VerdictRecord, Reading.Unreadable, Reading.OwnReport {

    /** No verdict record, or a damaged one. */
    record Unreadable(String reason) implements Reading {}

    /** A report that Gatekeeper has written of records: nothing to count, and nothing wrong. */
    record OwnReport() implements Reading {}
}
