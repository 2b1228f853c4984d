/**
 * What verdict records add up to: the metrics, and the log of what was saved. The way of a record: {@link RecordFolder} finds it,
 * {@link RecordParser} reads it, {@link Tally} keeps a few bytes of it, and {@link Metrics} are computed of those.
 */
@NullMarked
package dev.gatekeeper.metrics;

import org.jspecify.annotations.NullMarked;
