package dev.gatekeeper;

import dev.gatekeeper.text.UndecidedCode;

/**
 * What came of a run: what it was asked for, or why it could not decide.
 *
 * @param <T> what it is asked for, such as a judgement
 */
public sealed interface Outcome<T> {

    Facts facts();

    /** The run came to its result. */
    record Reached<T>(Facts facts, T result) implements Outcome<T> {}

    /**
     * No result was possible; the build fails all the same.
     *
     * @param code what kind of reason it is
     * @param problem first the thing and its place, then what is the matter
     * @param remedy the command or the step that mends it
     */
    record Undecided<T>(Facts facts, UndecidedCode code, String problem, String remedy) implements Outcome<T> {}

    /**
     * Nobody was asked for a result; the build goes on.
     *
     * @param reason what is the matter, in our own words, and that there is no result
     */
    record Skipped<T>(Facts facts, String reason) implements Outcome<T> {}
}
