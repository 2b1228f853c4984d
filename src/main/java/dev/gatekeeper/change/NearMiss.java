package dev.gatekeeper.change;

import java.util.Optional;

/**
 * A file that is read as nothing where it lies.
 *
 * @param changed where it lies
 * @param proper where it would be read; empty where nothing tells, or more are named than anybody reads
 */
public record NearMiss(ChangedPath changed, Optional<RawPath> proper) {}
