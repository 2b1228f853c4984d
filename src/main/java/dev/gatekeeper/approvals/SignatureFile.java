package dev.gatekeeper.approvals;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.RawPath;
import java.util.Optional;

/**
 * A signature file as it was read: one that the change holds, or one that an approver wants to have checked before it does.
 *
 * @param name what messages call it
 * @param path where the change holds it, if it does
 * @param contractId the contract that it is for
 * @param content its bytes, of which {@link #MAX_BYTES} are read at most
 */
public record SignatureFile(String name, Optional<RawPath> path, String contractId, FileContent content) {

    /** The most bytes of a signature file; one of the largest key takes less than a sixth. */
    public static final int MAX_BYTES = 16 * 1024;

    /** What it is; what could not be read may be a signature. */
    public FileKind kind() {
        return content.bytes().map(FileKind::of).orElse(FileKind.SIGNATURE);
    }
}
