package dev.gatekeeper.draft;

import dev.gatekeeper.disk.CommittedFile;
import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.disk.GuardedFolder;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Archives in a work tree: first the ledger, all of it or nothing, and then what it remembers is deleted. */
public final class ArchiveWriter {

    private ArchiveWriter() {}

    /**
     * Writes {@code archival}.
     *
     * @param workTree its root, a real path
     * @param untrustedRoots folders, beside work trees, whose content the change may control
     * @throws CannotDecideException when that is not possible
     */
    public static void write(Path workTree, List<Path> untrustedRoots, Archival archival) {
        try {
            List<CommittedFile> gone = gone(workTree, untrustedRoots, archival);
            for (CommittedFile file : gone) {
                file.check();
            }
            NewFiles.write(workTree, untrustedRoots, archival.ledger());
            CommittedFile.delete(gone);
        } catch (IOException e) {
            throw new CannotDecideException(
                    UndecidedCode.OUTPUT_UNWRITABLE,
                    "the contracts cannot be archived: " + DiskFailure.reason(e),
                    "Mend that, and run it again: what is done already stays.",
                    e);
        }
    }

    private static List<CommittedFile> gone(Path workTree, List<Path> untrustedRoots, Archival archival)
            throws IOException {
        GuardedFolder guard = new GuardedFolder(untrustedRoots);
        List<CommittedFile> gone = new ArrayList<>();
        for (Archival.Gone file : archival.gone()) {
            Path path = workTree.resolve(file.path().text());
            Path folder = guard.open(path.resolveSibling(""));
            gone.add(new CommittedFile(folder.resolve(path.getFileName()), file.id()));
        }
        return gone;
    }
}
