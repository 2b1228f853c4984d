package dev.gatekeeper.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.disk.AtomicFile;
import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.disk.GuardedFolder;
import dev.gatekeeper.text.CannotDecideException;
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
            GuardedFolder guard = new GuardedFolder(untrustedRoots);
            List<AtomicFile> files = new ArrayList<>();
            for (Draft.NewFile restored : draft.restored()) {
                files.add(file(guard, workTree, restored));
            }
            files.add(file(guard, workTree, draft.contract()));
            AtomicFile.write(files);
        } catch (FileAlreadyExistsException e) {
            throw new CannotDecideException(
                    contract + ": it is not drafted, and nothing is written: " + DiskFailure.reason(e),
                    "Fill in what is there, or choose another id: -Dgatekeeper.id=<id>",
                    e);
        } catch (IOException e) {
            throw new CannotDecideException(
                    contract + ": it cannot be drafted: " + DiskFailure.reason(e),
                    "Let the folder be one that can be written, and draft it again.",
                    e);
        }
    }

    private static AtomicFile file(GuardedFolder guard, Path workTree, Draft.NewFile file) throws IOException {
        Path path = workTree.resolve(file.path().text());
        Path folder = guard.open(path.resolveSibling(""));
        Path real = folder.resolve(path.getFileName());
        byte[] content = file.content().getBytes(ISO_8859_1);
        return file.replaces() ? AtomicFile.of(real, content) : AtomicFile.added(real, content);
    }
}
