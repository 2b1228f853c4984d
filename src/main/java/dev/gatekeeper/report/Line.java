package dev.gatekeeper.report;

/**
 * One line of Maven's log.
 *
 * @param text escaped, see {@link Escape#line}
 */
public record Line(Severity severity, String text) {

    /** How loud a line is. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}
