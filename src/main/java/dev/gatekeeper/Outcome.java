package dev.gatekeeper;

import dev.gatekeeper.verdict.Judgement;
import dev.gatekeeper.verdict.Verdict;

/** What came of judging a change. */
public sealed interface Outcome {

    Facts facts();

    /** The word for messages and records: PASSED, BLOCKED or UNDECIDED. */
    String word();

    /** Whether the build may go on. */
    boolean letsThrough();

    /** The change was judged. */
    record Decided(Facts facts, Judgement judgement) implements Outcome {

        @Override
        public String word() {
            return judgement.verdict().name();
        }

        /** Whether the verdict binds: false when a BLOCKED change is let through with warnings. */
        public boolean enforced() {
            return judgement.verdict() == Verdict.PASSED || !(facts.request().warnOnly() || judgement.warnsOnly());
        }

        @Override
        public boolean letsThrough() {
            return judgement.verdict() == Verdict.PASSED || !enforced();
        }
    }

    /** No verdict was possible. */
    record Undecided(Facts facts, String problem, String remedy) implements Outcome, ApprovalOutcome {

        @Override
        public String word() {
            return "UNDECIDED";
        }

        @Override
        public boolean letsThrough() {
            return false;
        }
    }
}
