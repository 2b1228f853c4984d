package dev.gatekeeper.disk;

import dev.gatekeeper.text.Folding;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies where a file is to be written, also under a name that some file systems can't tell from its own. */
public final class Occupied {

    private Occupied() {}

    /**
     * What lies there already.
     *
     * @param root a folder
     * @param path of the file, below it
     * @return where it lies, below {@code root}; empty where the place is free
     * @throws FileSystemException when no folder of that name can be made
     */
    public static Optional<Path> at(Path root, Path path) throws IOException {
        Path folder = root;
        Path file = root.resolve(path);
        for (Path name : path) {
            Optional<Path> there = there(folder, name);
            if (there.isEmpty() || folder.resolve(name).equals(file)) {
                return there.map(root::relativize);
            }
            if (!there.get().endsWith(name)) {
                throw new FileSystemException(
                        there.get().toString(), null, "its name can't be told from the folder " + name);
            }
            folder = there.get();
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(
                        folder.toString(), null, "it is a file or a symbolic link where a folder is needed");
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> there(Path folder, Path name) throws IOException {
        Path exact = folder.resolve(name);
        if (Files.exists(exact, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(exact);
        }
        String folded = Folding.fold(name.toString());
        try (Stream<Path> names = Files.list(folder)) {
            return names.filter(path ->
                            Folding.fold(String.valueOf(path.getFileName())).equals(folded))
                    .sorted()
                    .findFirst();
        }
    }
}
