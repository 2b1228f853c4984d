package dev.gatekeeper.draft;

import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a draft into a work tree: all of it or nothing, over nothing of anybody's, and through no symbolic link. */
public final class DraftWriter {

    private DraftWriter() {}

    /**
     * Writes {@code draft}.
     *
     * @param workTree its root, a real path
     * @param untrustedRoots folders, beside work trees, whose content the change may control
     * @throws CannotDecideException when that is not possible
     */
    public static void write(Path workTree, List<Path> untrustedRoots, Draft draft) {
        String contract = draft.contract().path().display();
        try {
            List<Draft.NewFile> files = new ArrayList<>(draft.restored());
            files.add(draft.contract());
            NewFiles.write(workTree, untrustedRoots, files);
        } catch (FileAlreadyExistsException e) {
            throw new CannotDecideException(
                    UndecidedCode.ID_TAKEN,
                    contract + ": it is not drafted, and nothing is written: " + DiskFailure.reason(e),
                    "Fill in what is there, or choose another id: -Dgatekeeper.id=<id>",
                    e);
        } catch (IOException e) {
            throw new CannotDecideException(
                    UndecidedCode.OUTPUT_UNWRITABLE,
                    contract + ": it cannot be drafted: " + DiskFailure.reason(e),
                    "Let the folder be one that can be written, and draft it again.",
                    e);
        }
    }
}
