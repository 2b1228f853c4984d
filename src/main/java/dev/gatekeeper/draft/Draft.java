package dev.gatekeeper.draft;

import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.verdict.Demands;
import java.util.List;

/**
 * A new contract for a change, and what of earlier changes has to be put back beside it.
 *
 * @param contract the file to be added
 * @param demands what the contract was drafted for
 * @param empty its fields that are left to be filled in
 * @param restored contracts and approvals of earlier changes that the change has altered or deleted, as they were
 * @param left those of them that hold work of somebody's, which nobody but them can tell from a mistake
 * @param others the contracts that the change has already, their paths
 */
public record Draft(
        NewFile contract,
        Demands demands,
        List<String> empty,
        List<NewFile> restored,
        List<RawPath> left,
        List<String> others) {

    /**
     * A file to be written.
     *
     * @param path where in the work tree
     * @param content what it holds, a char (0 to 255) a byte
     * @param replaces whether it may take the place of another one
     */
    public record NewFile(RawPath path, String content, boolean replaces) {}

    public Draft {
        empty = List.copyOf(empty);
        restored = List.copyOf(restored);
        left = List.copyOf(left);
        others = List.copyOf(others);
    }
}
