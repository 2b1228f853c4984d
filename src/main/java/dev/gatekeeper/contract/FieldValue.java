package dev.gatekeeper.contract;

import dev.gatekeeper.yaml.Mark;

/**
 * A value of a contract.
 *
 * @param mark where it stands
 * @param text what it says; empty where the value is null
 */
public record FieldValue(Mark mark, String text) {}
