package dev.gatekeeper.change;

/** What happened to a path. A rename is a {@link #DELETED} and an {@link #ADDED}; a change of type is a {@link #MODIFIED}. */
public enum Status {
    ADDED,
    MODIFIED,
    DELETED
}
