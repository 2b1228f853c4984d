package dev.gatekeeper;

import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.verdict.Judgement;

/** The way of a change through the engine, for tests whose changes lie in no repository. */
public final class DirectJudge {

    private DirectJudge() {}

    public static Outcome<Judgement> judge(Request request, ChangeSource source) {
        return Gatekeeper.judge(request, source);
    }
}
