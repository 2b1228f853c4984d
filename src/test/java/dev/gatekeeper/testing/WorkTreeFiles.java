package dev.gatekeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a work tree, as git's hard reset writes them. JGit's own isn't in the packed jar, which tests run against. */
final class WorkTreeFiles {

    private WorkTreeFiles() {}

    /** Writes the files of {@code tree} and the index; files that the index knew and {@code tree} lacks go. */
    static void fill(Repository repository, ObjectId tree) throws IOException {
        Path root = repository.getWorkTree().toPath();
        DirCache index = repository.lockDirCache();
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = new TreeWalk(reader)) {
            Set<String> gone = new HashSet<>();
            for (int i = 0; i < index.getEntryCount(); i++) {
                gone.add(index.getEntry(i).getPathString());
            }
            DirCacheBuilder builder = index.builder();
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                gone.remove(walk.getPathString());
                builder.add(write(root.resolve(walk.getPathString()), walk, reader));
            }
            for (String path : gone) {
                remove(root, root.resolve(path));
            }
            if (!builder.commit()) {
                throw new IOException("the index can't be written");
            }
        } finally {
            index.unlock();
        }
    }

    private static DirCacheEntry write(Path file, TreeWalk walk, ObjectReader reader) throws IOException {
        FileMode mode = walk.getFileMode(0);
        ObjectId id = walk.getObjectId(0);
        DirCacheEntry entry = new DirCacheEntry(walk.getRawPath());
        entry.setFileMode(mode);
        entry.setObjectId(id);
        if (mode == FileMode.GITLINK) {
            Files.createDirectories(file);
            return entry;
        }
        byte[] content = reader.open(id).getBytes();
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (mode == FileMode.SYMLINK) {
            Files.createSymbolicLink(file, Path.of(new String(content, UTF_8)));
            return entry;
        }
        Files.write(file, content);
        if (mode == FileMode.EXECUTABLE_FILE && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " can't be made executable");
        }
        entry.setLength(content.length);
        entry.setLastModified(Files.getLastModifiedTime(file).toInstant());
        return entry;
    }

    /** Removes a file and the folders that this leaves empty. */
    private static void remove(Path root, Path file) throws IOException {
        Files.deleteIfExists(file);
        for (Path folder = file.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
            try (var left = Files.list(folder)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }
}
