package dev.gatekeeper;

import java.util.Optional;

/** The door of the engine: from a request to an outcome. */
public final class Gatekeeper {

    private Gatekeeper() {}

    /** Judges a change. Every failure, expected or not, is an {@link Outcome.Undecided}. */
    public static Outcome judge(Request request) {
        return new Outcome.Undecided(
                new Facts(request, Optional.empty(), Optional.empty(), Optional.empty()), "draft", "draft");
    }
}
