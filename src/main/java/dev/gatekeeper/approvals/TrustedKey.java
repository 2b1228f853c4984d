package dev.gatekeeper.approvals;

import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.ApproverKey;
import java.time.LocalDate;
import java.util.Optional;

/** A key that a policy lists for an approver. */
public record TrustedKey(Approver approver, ApproverKey listed) {

    /** The key's fingerprint as OpenSSH prints it. */
    public String fingerprint() {
        return listed.key().fingerprint();
    }

    /** Why it may not approve on {@code today} (UTC), or empty when it may. */
    Optional<String> problemOn(LocalDate today) {
        return listed.validAfter()
                .filter(today::isBefore)
                .map(day -> problem("validAfter", day, today))
                .or(() -> listed.validBefore()
                        .filter(day -> !today.isBefore(day))
                        .map(day -> problem("validBefore", day, today)));
    }

    private String problem(String limit, LocalDate day, LocalDate today) {
        return "the key '" + fingerprint() + "' of '" + approver.name() + "' has " + limit + " '" + day
                + "', and today is '" + today + "' (UTC)";
    }
}
