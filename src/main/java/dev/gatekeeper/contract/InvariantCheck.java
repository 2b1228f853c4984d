package dev.gatekeeper.contract;

import java.util.Optional;

/**
 * One entry of {@code invariantsChecked}.
 *
 * @param name the invariant's id or title; empty where the entry is plain text
 * @param how how it was checked, or the plain text
 */
public record InvariantCheck(Optional<FieldValue> name, FieldValue how) {}
