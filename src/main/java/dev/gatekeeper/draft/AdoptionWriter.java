package dev.gatekeeper.draft;

import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the files that a repository adopts Gatekeeper with. */
public final class AdoptionWriter {

    private AdoptionWriter() {}

    /**
     * Writes what is missing.
     *
     * @param untrustedRoots folders, beside work trees, whose content the change may control
     * @throws CannotDecideException when that is not possible
     */
    public static void write(Adoption adoption, List<Path> untrustedRoots) {
        try {
            NewFiles.write(adoption.workTree(), untrustedRoots, adoption.files());
        } catch (IOException e) {
            throw new CannotDecideException(
                    UndecidedCode.OUTPUT_UNWRITABLE,
                    "no file is written: " + DiskFailure.reason(e),
                    "Mend that, and run it again: what is there already stays.",
                    e);
        }
    }
}
