package dev.gatekeeper.change;

/**
 * What a change does to a file of the ledger and none may.
 *
 * @param changed the file
 * @param problem what it does, in words that follow the file's name
 */
public record AlteredLedger(ChangedPath changed, String problem) {}
