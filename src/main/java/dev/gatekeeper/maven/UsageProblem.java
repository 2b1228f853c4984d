package dev.gatekeeper.maven;

import dev.gatekeeper.Facts;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Request;
import java.util.Optional;

/** Why a run can't decide before it has begun. */
record UsageProblem(String problem, String remedy) {

    Outcome.Undecided about(Request request) {
        Facts facts = new Facts(request, Optional.empty(), Optional.empty(), Optional.empty());
        return new Outcome.Undecided(facts, problem, remedy);
    }
}
