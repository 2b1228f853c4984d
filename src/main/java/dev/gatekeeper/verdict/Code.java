package dev.gatekeeper.verdict;

import static dev.gatekeeper.verdict.MendedBy.APPROVER;
import static dev.gatekeeper.verdict.MendedBy.AUTHOR;

import java.util.Locale;

/** What can be wrong with a change; declared in the order in which findings are listed. */
public enum Code {
    CONTRACT_MISSING(AUTHOR, true),
    CONTRACT_ALTERED(AUTHOR, false),
    CONTRACT_UNREADABLE(AUTHOR, true),
    FIELD_MISSING(AUTHOR, true),
    FIELD_PLACEHOLDER(AUTHOR, true),
    RISK_LEVEL_INVALID(AUTHOR, true),
    RISK_UNDERSTATED(AUTHOR, false),
    INVARIANT_UNCHECKED(AUTHOR, false),
    REQUIRED_FILE_MISSING(AUTHOR, false),
    POLICY_INVALID(AUTHOR, false),
    PATH_UNSAFE(AUTHOR, false),
    ESCALATION_MISSING(APPROVER, true),
    ESCALATION_REJECTED(APPROVER, false),
    APPROVER_NOT_ALLOWED(APPROVER, false),
    APPROVALS_TOO_FEW(APPROVER, false),
    APPROVAL_UNSIGNED(APPROVER, false),
    APPROVAL_STALE(APPROVER, false),
    APPROVAL_FORGED(APPROVER, false);

    private final MendedBy mendedBy;
    private final boolean incomplete;

    Code(MendedBy mendedBy, boolean incomplete) {
        this.mendedBy = mendedBy;
        this.incomplete = incomplete;
    }

    /** The code as records and documents spell it, such as {@code field-missing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public MendedBy mendedBy() {
        return mendedBy;
    }

    /** Whether it blocks in a roll-out too: what it lets through would bar every later change. */
    boolean neverWarns() {
        return this == POLICY_INVALID;
    }

    /** Whether a contract with such a finding counts as incomplete. */
    public boolean makesContractIncomplete() {
        return incomplete;
    }
}
