package dev.gatekeeper.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.disk.AtomicFile;
import dev.gatekeeper.disk.GuardedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The writing of files into a work tree: all of them or none, over nothing of anybody's, and through no symbolic link. */
final class NewFiles {

    private NewFiles() {}

    /**
     * Writes {@code files} in their order.
     *
     * @param workTree its root, a real path
     * @param untrustedRoots folders, beside work trees, whose content the change may control
     * @throws IOException when one cannot be written; then none is
     */
    static void write(Path workTree, List<Path> untrustedRoots, List<Draft.NewFile> files) throws IOException {
        GuardedFolder guard = new GuardedFolder(untrustedRoots);
        List<AtomicFile> placed = new ArrayList<>();
        for (Draft.NewFile file : files) {
            placed.add(placed(guard, workTree, file));
        }
        AtomicFile.write(placed);
    }

    private static AtomicFile placed(GuardedFolder guard, Path workTree, Draft.NewFile file) throws IOException {
        Path path = workTree.resolve(file.path().text());
        Path folder = guard.open(path.resolveSibling(""));
        Path real = folder.resolve(path.getFileName());
        byte[] content = file.content().getBytes(ISO_8859_1);
        return file.replaces() ? AtomicFile.of(real, content) : AtomicFile.added(real, content);
    }
}
