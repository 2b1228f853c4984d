package dev.gatekeeper.change;

/**
 * A signature that a change adds for one of its contracts.
 *
 * @param contractId the id of that contract
 * @param changed where it lies
 */
public record AddedSignature(String contractId, ChangedPath changed) {}
