package dev.gatekeeper.policy;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Level;
import java.util.List;
import java.util.Optional;

/**
 * A changed path with its level and the reason for it.
 *
 * @param changed the path
 * @param matches every rule that it touches, the one that decides its level first; empty for what is GREEN by itself (this
 *     change's own contracts and approvals, and what has landed on the target)
 */
public record ClassifiedPath(ChangedPath changed, List<Match> matches) {

    public ClassifiedPath {
        matches = List.copyOf(matches);
    }

    /** The strictest level of all rules that it touches. */
    public Level level() {
        return matches.isEmpty() ? Level.GREEN : matches.get(0).rule().level();
    }

    /** The rule that gives the level. */
    public Optional<Match> deciding() {
        return matches.isEmpty() ? Optional.empty() : Optional.of(matches.get(0));
    }
}
