package dev.gatekeeper;

import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.change.UncommittedWork;
import dev.gatekeeper.draft.Draft;
import dev.gatekeeper.draft.Drafting;
import dev.gatekeeper.draft.GivenFields;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.verdict.Case;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was drafted for a change.
 *
 * @param workTree the root of the work tree that it belongs into
 * @param draft the files to be written
 * @param unread as in {@link Explanation}
 */
public record DraftedChange(Path workTree, Draft draft, List<String> unread) {

    public DraftedChange {
        unread = List.copyOf(unread);
    }

    /**
     * Drafts it.
     *
     * @param branch the one that is checked out, if one is
     * @param source the change, with what isn't committed
     * @param id the contract's id; may be empty where the branch's name gives one
     * @throws CannotDecideException when there is no id to be had
     */
    static DraftedChange of(
            Path workTree,
            Optional<String> branch,
            ChangeSource source,
            Case judged,
            UncommittedWork work,
            Optional<String> id,
            GivenFields given) {
        Trees trees = new Trees(
                source.snapshot(judged.change().mergeBase()),
                source.snapshot(judged.revisions().target()),
                source.headSnapshot(judged.revisions()));
        return new DraftedChange(
                workTree,
                Drafting.of(judged, trees, work.overlay().entries().keySet(), id, branch, given),
                work.unread());
    }
}
