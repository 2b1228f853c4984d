package dev.gatekeeper.testing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the machine's own git makes of two commits by itself, with moved folders followed too.
 *
 * @param tree the id of the tree; files in conflict have marks in it
 * @param isClean whether there is no conflict
 * @param conflicts the paths in conflict, one char (0 to 255) a byte
 */
record NativeMerge(String tree, boolean isClean, Set<String> conflicts) {

    /** git merged nothing, as where an object that it needs is missing. */
    static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedException(String error) {
            super(error);
        }
    }

    /** @throws FailedException when git fails otherwise than with a conflict */
    static NativeMerge of(NativeGit git, String one, String other) {
        NativeGit.Result result = git.run(
                "",
                "-c",
                "merge.directoryRenames=true",
                "merge-tree",
                "--write-tree",
                "--name-only",
                "--no-messages",
                "-z",
                one,
                other);
        if (result.exit() > 1) {
            throw new FailedException(result.error().strip());
        }
        List<String> parts = NativeChange.lines(result.out(), "\0");
        return new NativeMerge(parts.get(0), result.exit() == 0, new LinkedHashSet<>(parts.subList(1, parts.size())));
    }
}
