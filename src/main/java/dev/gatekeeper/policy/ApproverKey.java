package dev.gatekeeper.policy;

import dev.gatekeeper.ssh.SshPublicKey;
import dev.gatekeeper.yaml.Mark;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A public key of an approver.
 *
 * @param mark where the policy lists it
 * @param key the key itself; whatever can't be used is a problem of the policy
 * @param validAfter the first day (UTC) on which it may approve
 * @param validBefore the first day (UTC) on which it may no longer approve
 */
public record ApproverKey(
        Mark mark, SshPublicKey key, Optional<LocalDate> validAfter, Optional<LocalDate> validBefore) {

    /** Whether it may approve on {@code day} (UTC). */
    boolean countsOn(LocalDate day) {
        boolean begun = validAfter.isEmpty() || !day.isBefore(validAfter.get());
        return begun && (validBefore.isEmpty() || day.isBefore(validBefore.get()));
    }
}
