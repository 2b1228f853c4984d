package dev.gatekeeper.git;

import dev.gatekeeper.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What of a work tree could not be read. */
final class Unread {

    private final List<String> names = new ArrayList<>();

    void name(String path) {
        names.add(path);
    }

    /** At most one sentence without its end. */
    List<String> sentences() {
        return names.isEmpty()
                ? List.of()
                : List.of("uncommitted work can't be read in " + Words.list(names)
                        + ": the permission or the letters of the name are in the way");
    }
}
