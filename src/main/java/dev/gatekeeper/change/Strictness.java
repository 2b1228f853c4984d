package dev.gatekeeper.change;

/**
 * How strictly what people have written is read. What the first release took has landed, and nobody can write it anew: an audit notes it,
 * where a change that is still open is blocked.
 */
public enum Strictness {
    /** All that is refused today is refused. */
    TODAY,
    /** What the first release took is a note. */
    FIRST_RELEASE;

    /** Whether what the first release took is let stand. */
    public boolean letsOldFormsStand() {
        return this == FIRST_RELEASE;
    }
}
