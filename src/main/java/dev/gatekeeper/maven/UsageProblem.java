package dev.gatekeeper.maven;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Run;
import dev.gatekeeper.text.UndecidedCode;

/** Why a run can't decide before it has begun. */
record UsageProblem(UndecidedCode code, String problem, String remedy) {

    <T> Outcome<T> about(Run run) {
        return new Outcome.Undecided<>(Facts.none(run), code, problem, remedy);
    }
}
