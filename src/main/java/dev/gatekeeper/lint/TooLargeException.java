package dev.gatekeeper.lint;

/** A question about patterns is not decided, since the way to its answer is too long. */
final class TooLargeException extends Exception {

    private static final long serialVersionUID = 1;

    TooLargeException(String what) {
        super(what);
    }

    /** How large it would be, as it stands behind a colon. */
    String why() {
        return String.valueOf(getMessage());
    }
}
