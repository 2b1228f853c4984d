/** Benchmarks: main classes that measure what the design promises as ratios; no test runs them. */
@NullMarked
package dev.gatekeeper.bench;

import org.jspecify.annotations.NullMarked;
