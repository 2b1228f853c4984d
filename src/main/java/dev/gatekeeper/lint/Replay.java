package dev.gatekeeper.lint;

import dev.gatekeeper.change.RecentChanges.End;
import dev.gatekeeper.change.RecentChanges.Step;
import dev.gatekeeper.policy.Classification;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a policy would have made of the last changes of a branch.
 *
 * @param asked how many changes were asked for
 * @param end why there are fewer; empty where there are as many
 * @param counts those that could be decided
 * @param undecided those that could not
 */
public record Replay(int asked, Optional<End> end, Counts counts, List<Undecided> undecided) {

    /**
     * A change of which nobody can say what it is.
     *
     * @param code what kind of reason it is
     * @param problem why, as it stands behind the commit and a colon
     */
    public record Undecided(Step step, UndecidedCode code, String problem) {}

    public Replay {
        undecided = List.copyOf(undecided);
    }

    /** How many changes were looked at. */
    public int replayed() {
        return counts.all() + undecided.size();
    }

    /** A replay under way. */
    public static final class Tape {

        private final Counts.Tally tally = new Counts.Tally();
        private final List<Undecided> undecided = new ArrayList<>();

        public void add(Classification change) {
            tally.add(change);
        }

        public void add(Step step, CannotDecideException why) {
            undecided.add(new Undecided(step, why.code(), why.problem()));
        }

        public Replay replay(int asked, Optional<End> end) {
            return new Replay(asked, end, tally.counts(), undecided);
        }
    }
}
