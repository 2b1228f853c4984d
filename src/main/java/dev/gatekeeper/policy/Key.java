package dev.gatekeeper.policy;

import dev.gatekeeper.yaml.Mark;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A public key of an approver.
 *
 * @param mark where the policy lists it
 * @param line the key as OpenSSH writes it: kind and Base64 blob, with or without a comment
 * @param validAfter the first day (UTC) on which it may approve
 * @param validBefore the first day (UTC) on which it may no longer approve
 */
public record Key(Mark mark, String line, Optional<LocalDate> validAfter, Optional<LocalDate> validBefore) {}
