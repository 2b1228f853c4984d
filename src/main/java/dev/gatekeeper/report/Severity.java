package dev.gatekeeper.report;

/** How loud a line is in Maven's log. */
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
