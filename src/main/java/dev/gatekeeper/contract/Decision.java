package dev.gatekeeper.contract;

/** What an approver decided. */
public enum Decision {
    APPROVED,
    REJECTED
}
