package dev.gatekeeper;

import dev.gatekeeper.draft.Draft;
import java.nio.file.Path;
import java.util.List;

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
}
