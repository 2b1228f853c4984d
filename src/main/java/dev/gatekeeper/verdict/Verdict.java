package dev.gatekeeper.verdict;

/** What the findings say. */
public enum Verdict {
    PASSED,
    BLOCKED
}
