package dev.gatekeeper.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of what a run writes, reached without following what a change could have put in the way: no symbolic link in a work tree, of
 * whatever repository, or in a folder that is named as untrusted.
 */
public final class GuardedFolder {

    private static final String GIT = ".git";

    private final List<Path> untrustedRoots = new ArrayList<>();

    /**
     * @param untrustedRoots folders, beside work trees, whose content the change may control
     */
    public GuardedFolder(List<Path> untrustedRoots) throws IOException {
        for (Path root : untrustedRoots) {
            Path absolute = root.toAbsolutePath().normalize();
            this.untrustedRoots.add(Files.exists(absolute) ? absolute.toRealPath() : absolute);
        }
    }

    /**
     * Makes {@code folder}, where it is not there yet.
     *
     * @param folder absolute and normalised
     * @return its real path
     * @throws FileSystemException when it is one of git's own, when a symbolic link of the change leads to it, or when it cannot be
     *     made
     */
    public Path open(Path folder) throws IOException {
        Path root = folder.getRoot();
        if (root == null) {
            throw new FileSystemException(folder.toString(), null, "it is not absolute");
        }
        Path real = root;
        for (Path name : root.relativize(folder)) {
            real = enter(real, name);
        }
        return real;
    }

    /** Refuses a place among git's own files, which is no place for anything else. */
    private static void refuseGit(Path folder) throws IOException {
        boolean git = isNamedGit(folder)
                || (Files.isRegularFile(folder.resolve("HEAD"))
                        && Files.isDirectory(folder.resolve("objects"))
                        && Files.isDirectory(folder.resolve("refs")));
        if (git) {
            throw new FileSystemException(folder.toString(), null, "it holds git's own files");
        }
    }

    /** Whether a file system may take the last name of {@code path} for {@code .git}. */
    public static boolean isNamedGit(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().equalsIgnoreCase(GIT);
    }

    private Path enter(Path parent, Path name) throws IOException {
        Path path = parent.resolve(name);
        if (name.toString().isEmpty()) {
            return parent;
        }
        if (!Files.exists(path, NOFOLLOW_LINKS)) {
            refuseGit(path);
            make(path);
        }
        boolean real = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS)
                .isDirectory();
        if (!real && isUntrusted(parent)) {
            throw new FileSystemException(
                    path.toString(), null, "it is a file or a symbolic link where a folder is needed");
        }
        Path entered = path.toRealPath();
        if (!Files.isDirectory(entered)) {
            throw new FileSystemException(path.toString(), null, "it is a file where a folder is needed");
        }
        for (Path at = entered; at != null; at = at.getParent()) {
            refuseGit(at);
        }
        return entered;
    }

    /** Another build may make the same folder at the same time; what stands there is looked at afterwards. */
    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.exists(folder, NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    private boolean isUntrusted(Path real) {
        for (Path at = real; at != null; at = at.getParent()) {
            if (untrustedRoots.contains(at) || Files.exists(at.resolve(GIT))) {
                return true;
            }
        }
        return false;
    }
}
