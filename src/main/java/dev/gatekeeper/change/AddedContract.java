package dev.gatekeeper.change;

/**
 * A contract that a change adds and that counts.
 *
 * @param id its id
 * @param changed where it lies
 */
public record AddedContract(String id, ChangedPath changed) {}
