package dev.gatekeeper.verdict;

import static dev.gatekeeper.verdict.MendedBy.APPROVER;
import static dev.gatekeeper.verdict.MendedBy.AUTHOR;

import java.util.Locale;

/** What can be wrong with a change; declared in the order in which findings are listed. */
public enum Code {
    CONTRACT_MISSING(AUTHOR),
    CONTRACT_ALTERED(AUTHOR),
    CONTRACT_UNREADABLE(AUTHOR),
    FIELD_MISSING(AUTHOR),
    FIELD_PLACEHOLDER(AUTHOR),
    RISK_LEVEL_INVALID(AUTHOR),
    RISK_UNDERSTATED(AUTHOR),
    INVARIANT_UNCHECKED(AUTHOR),
    REQUIRED_FILE_MISSING(AUTHOR),
    POLICY_INVALID(AUTHOR),
    PATH_UNSAFE(AUTHOR),
    ESCALATION_MISSING(APPROVER),
    ESCALATION_REJECTED(APPROVER),
    APPROVER_NOT_ALLOWED(APPROVER),
    APPROVALS_TOO_FEW(APPROVER),
    APPROVAL_UNSIGNED(APPROVER),
    APPROVAL_STALE(APPROVER),
    APPROVAL_FORGED(APPROVER);

    private final MendedBy mendedBy;

    Code(MendedBy mendedBy) {
        this.mendedBy = mendedBy;
    }

    /** The code as records and documents spell it, such as {@code field-missing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who mends such a finding, unless somebody else has to act before, see {@link Finding#mendedBy}. */
    MendedBy mendedBy() {
        return mendedBy;
    }

    /** Whether it blocks in a roll-out too: what it lets through would bar every later change. */
    boolean neverWarns() {
        return this == POLICY_INVALID;
    }

    /** Whether a contract with such a finding counts as incomplete, whatever else there is; see {@link Judgement#hasIncompleteContract}. */
    boolean makesContractIncomplete() {
        return switch (this) {
            case CONTRACT_MISSING, CONTRACT_UNREADABLE, FIELD_MISSING, FIELD_PLACEHOLDER, RISK_LEVEL_INVALID -> true;
            default -> false;
        };
    }
}
