package dev.gatekeeper.verdict;

/** Who can mend a finding. A tool that mends the author's findings by itself must stop at the approver's. */
public enum MendedBy {
    AUTHOR,
    APPROVER
}
