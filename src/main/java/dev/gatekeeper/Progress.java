package dev.gatekeeper;

/** Is told how far a long run has come. */
public interface Progress {

    /** {@code done} of {@code all} are done. */
    void at(int done, int all);
}
